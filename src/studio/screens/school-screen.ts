import { html } from 'hono/html';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import type { StudioPage } from './studio-page.ts';

/** What a school says of itself, as a form. */
export function schoolScreen(
  values: Readonly<Record<string, string>>,
  styles: readonly { readonly name: string; readonly title: string }[],
): StudioPage {
  const w = STUDIO_WORDS;
  const choices: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    paper: [['', w.asUsual], ...Object.entries(w.papers)],
    style: [['', w.asUsual], ...styles.map(({ name, title }) => [name, title] as const)],
  };
  const fields = Object.entries(w.schoolFields).map(([name, label]) => {
    const value = ownValue(values, name) ?? '';
    const options = ownValue(choices, name);
    return html`<label class="field">${label} ${
      options
        ? html`<select name="${name}">${options.map(([one, title]) => html`<option value="${one}"${one === value ? html` selected` : ''}>${title}</option>`)}</select>`
        : html`<input name="${name}" value="${value}" maxlength="120" autocomplete="off">`
    }</label>`;
  });
  return {
    title: w.school,
    screen: 'school',
    trail: [{ name: w.school }],
    main: html`<h1>${w.school}</h1><p class="lead">${w.schoolHelp}</p>
<form class="stack" id="school">${fields}
<p><button type="submit" class="main">${w.save}</button> <span class="status" role="status" id="status"></span></p></form>`,
  };
}
