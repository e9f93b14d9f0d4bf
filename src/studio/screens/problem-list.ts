import { html } from 'hono/html';
import type { Problem } from '../live/problems-of.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import { fileAddress } from './studio-addresses.ts';
import type { Html } from './studio-page.ts';

/** Lists what is wrong in a pack. Each problem leads to its line. */
export function problemList(pack: string, problems: readonly Problem[], file?: string): Html {
  const w = STUDIO_WORDS;
  if (problems.length === 0) return html`<p class="quiet">${w.noProblems}</p>`;
  return html`<ol class="problems">${problems.map(({ isError, message, hint, file: text, path, line }) => {
    const place = `${path}, ${w.line(line)}`;
    return html`<li class="${isError ? 'error' : 'warning'}"><p><strong>${isError ? w.error : w.warning}:</strong> ${message}</p>
${hint === undefined ? '' : html`<p>${hint}</p>`}
<p class="place">${text === undefined ? place : html`<a href="${fileAddress(pack, 'edit', { ...(file !== undefined && { file }), text, line })}" data-text="${text}" data-line="${line}">${place}</a>`}</p></li>`;
  })}</ol>`;
}
