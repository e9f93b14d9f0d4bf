import { html } from 'hono/html';
import type { Loss } from '../../exchange/losses/loss.ts';
import { titleOfFile } from '../live/texts-of.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import type { Html } from './studio-page.ts';

/** More losses than this are folded away. */
const MOST_SHOWN = 8;

/** Where something is: in a text of a pack by its title, or in a file that was brought in. Templates are nobody’s business. */
function placeOf({ file, line }: Loss['at']): Html | '' {
  if (file.endsWith('.hbs')) return '';
  const own = /(?:^|\/)content\/[^/]+\/(.+\.md)$/.exec(file.replaceAll('\\', '/'))?.[1];
  const name = own === undefined ? file : titleOfFile(own);
  return html` <span class="quiet">(${name}, ${STUDIO_WORDS.line(line)})</span>`;
}

/** Lists what did not come along: everything, folded away if it is much. */
export function lossList(heading: string, losses: readonly Loss[]): Html {
  const w = STUDIO_WORDS;
  if (losses.length === 0) return html`<p>${w.nothingLost}</p>`;
  const items = html`<ul>${losses.map(
    ({ what, text, at }) =>
      html`<li>${what.charAt(0).toUpperCase() + what.slice(1)}${text === '' ? '' : html`: “${text}”`}${placeOf(at)}</li>`,
  )}</ul>`;
  return losses.length > MOST_SHOWN
    ? html`<details><summary>${heading} (${losses.length})</summary>${items}</details>`
    : html`<h3>${heading}</h3>${items}`;
}
