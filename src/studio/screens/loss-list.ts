import { html } from 'hono/html';
import type { Loss } from '../../exchange/losses/loss.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import type { Html } from './studio-page.ts';

/** More losses than this are folded away. */
const MOST_SHOWN = 8;

/** Lists what did not come along: everything, folded away if it is much. */
export function lossList(heading: string, losses: readonly Loss[]): Html {
  const w = STUDIO_WORDS;
  if (losses.length === 0) return html`<p>${w.nothingLost}</p>`;
  const items = html`<ul>${losses.map(
    ({ what, text, at }) =>
      html`<li>${what.charAt(0).toUpperCase() + what.slice(1)}${text === '' ? '' : html`: “${text}”`} <span class="quiet">(${at.file}, ${w.line(at.line)})</span></li>`,
  )}</ul>`;
  return losses.length > MOST_SHOWN
    ? html`<details><summary>${heading} (${losses.length})</summary>${items}</details>`
    : html`<h3>${heading}</h3>${items}`;
}
