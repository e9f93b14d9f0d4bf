import { html } from 'hono/html';
import type { MadeSet } from '../live/class-sets.ts';
import type { Problem } from '../live/problems-of.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import type { Html } from './studio-page.ts';

/** What came of a class set: its files, or what is wrong with the roster. */
export function setOutcome(set: MadeSet | undefined, sums: string, problems: readonly Problem[]): Html {
  const w = STUDIO_WORDS;
  return html`${
    set
      ? html`<h2>${w.copiesReady}</h2><p>${sums}</p>
<ul class="texts one">${set.files.map(
          ({ name, pages }, index) =>
            html`<li><a href="/class-sets/${set.id}/${index}" target="_blank">${titleOf(name, index)}</a> (${w.pageCount(pages)})</li>`,
        )}</ul>
<p><button type="button" id="forget">${w.forgetNames}</button></p>`
      : ''
  }
${problems.length === 0 ? '' : html`<ol class="problems">${problems.map(({ isError, message, hint, path, line }) => html`<li class="${isError ? 'error' : 'warning'}"><p><strong>${isError ? w.error : w.warning}:</strong> ${message}</p>${hint === undefined ? '' : html`<p>${hint}</p>`}<p class="place">${path}, ${w.line(line)}</p></li>`)}</ol>`}`;
}

/** What a file of a class set is called: the copies come first, and the names of the others say what they are. */
function titleOf(name: string, index: number): string {
  const { copies, ...others } = STUDIO_WORDS.setFiles;
  const other = Object.entries(others).find(([kind]) => name.endsWith(`-${kind}.pdf`));
  return index === 0 ? copies : (other?.[1] ?? name);
}
