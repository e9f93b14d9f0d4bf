import { html } from 'hono/html';
import type { Problem } from '../live/problems-of.ts';
import type { ImportOutcome } from '../live/studio-disk.ts';
import { titleOfFile } from '../live/texts-of.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import { lossList } from './loss-list.ts';
import type { Html, StudioPage } from './studio-page.ts';

/** Asks what to import, and where to. @param into the id of the pack to import into */
export function importScreen(
  packs: readonly { readonly id: string; readonly title: string }[],
  into: string | undefined,
): StudioPage {
  const w = STUDIO_WORDS;
  return {
    title: w.bringIn,
    screen: 'import',
    trail: [{ name: w.bringIn }],
    main: html`<h1>${w.bringIn}</h1>
<p class="lead">${w.bringInHelp}</p>
<form class="stack" id="import">
<label class="field drop"><strong>${w.bringInFile}</strong> <input type="file" name="file"></label>
<label class="field" for="pasted">${w.bringInText}</label>
<textarea id="pasted" rows="8" autocomplete="off"></textarea>
<label class="field">${w.bringInto} <select name="pack"><option value="">${w.toNewPack}</option>${packs.map(
      ({ id, title }) => html`<option value="${id}"${id === into ? html` selected` : ''}>${title}</option>`,
    )}</select></label>
<label class="field">${w.newPackOf} <input name="title" maxlength="120" placeholder="${w.ownTitleExample}" autocomplete="off"></label>
<p><button type="submit" class="main">${w.lookAt}</button></p>
</form>
<div id="outcome" role="status" tabindex="-1"></div>`,
  };
}

/** What an import would do, with the button that does it; or what is wrong. */
export function importOutcome(outcome: ImportOutcome | undefined, problems: readonly Problem[]): Html {
  const w = STUDIO_WORDS;
  const isSound = outcome && !problems.some(({ isError }) => isError);
  return html`${outcome ? html`<h2>${w.readAs(outcome.format)}</h2>${entries(w.entriesNew(outcome.added.length), outcome.added)}${outcome.updated.length === 0 ? '' : entries(w.entriesUpdated(outcome.updated.length), outcome.updated)}` : ''}
${problems.length === 0 ? '' : html`<ol class="problems">${problems.map(({ isError, message, hint, path, line }) => html`<li class="${isError ? 'error' : 'warning'}"><p><strong>${isError ? w.error : w.warning}:</strong> ${message}</p>${hint === undefined ? '' : html`<p>${hint}</p>`}<p class="place">${path}, ${w.line(line)}</p></li>`)}</ol>`}
${outcome ? lossList(w.leftBehind, outcome.losses) : ''}
${isSound ? html`<p><button type="button" class="main" id="bring-in">${w.bringItIn}</button></p>` : ''}`;
}

const entries = (heading: string, all: ImportOutcome['added']): Html =>
  html`<p>${heading}</p>${all.length === 0 ? '' : html`<ul>${all.map(({ name, file }) => html`<li>${name} <span class="quiet">(${titleOfFile(file)})</span></li>`)}</ul>`}`;
