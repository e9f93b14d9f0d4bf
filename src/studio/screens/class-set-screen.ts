import { html } from 'hono/html';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import { packAddress } from './studio-addresses.ts';
import type { StudioPage } from './studio-page.ts';

/** A paper or a worksheet, of which a class gets named copies. */
export interface ClassSetOnScreen {
  readonly pack: { readonly id: string; readonly title: string };
  readonly exam: { readonly id: string; readonly title: string; readonly forms: readonly string[] };
  readonly styles: readonly { readonly name: string; readonly title: string }[];
}

/** Asks who is in the class, and makes the copies. */
export function classSetScreen({ pack, exam, styles }: ClassSetOnScreen): StudioPage {
  const w = STUDIO_WORDS;
  const options = (all: readonly (readonly [string, string])[]) =>
    all.map(([value, text]) => html`<option value="${value}">${text}</option>`);
  return {
    title: `${exam.title}: ${w.classSet}`,
    screen: 'class-set',
    trail: [{ name: pack.title, href: packAddress(pack.id) }, { name: w.classSet }],
    main: html`<h1>${exam.title}</h1>
<p class="lead">${w.classSetsHelp}</p>
<form class="stack" id="class-set" data-set="${packAddress(pack.id)}/class-sets" data-exam="${exam.id}">
<label class="field" for="roster"><strong>${w.roster}</strong> <span>${w.rosterHelp}</span></label>
<textarea id="roster" name="roster" rows="10" placeholder="${w.rosterExample}" autocomplete="off" spellcheck="false"></textarea>
<label class="field">${w.rosterFile} <input type="file" name="file" accept=".csv,.tsv,.txt,.xlsx"></label>
<p class="notice">${w.rosterPrivate}</p>
${exam.forms.length < 2 ? '' : html`<fieldset class="checks"><legend>${w.forms}</legend>${exam.forms.map((form) => html`<label class="check"><input type="checkbox" name="forms" value="${form}" checked> ${form}</label>`)}<p class="quiet">${w.formsHelp}</p></fieldset>`}
<label class="field">${w.spares} <input type="number" name="spares" min="0" max="100" value="0"></label>
<label class="field">${w.order} <select name="order">${options(Object.entries(w.orders))}</select></label>
<label class="field">${w.paper} <select name="paper">${options([['', w.asUsual], ...Object.entries(w.papers)])}</select></label>
<label class="field">${w.style} <select name="style">${options([['', w.asUsual], ...styles.map(({ name, title }) => [name, title] as const)])}</select></label>
<p><button type="submit" class="main">${w.makeCopies}</button></p>
</form>
<div id="outcome" role="status" tabindex="-1"></div>`,
  };
}
