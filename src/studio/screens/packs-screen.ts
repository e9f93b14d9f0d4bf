import { html } from 'hono/html';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import { packAddress } from './studio-addresses.ts';
import type { Html, StudioPage } from './studio-page.ts';

/** A pack in the list of packs. */
export interface ListedPack {
  readonly id: string;
  readonly title: string;
  readonly author: string | undefined;
  readonly errors: number;
  readonly warnings: number;
}

/** The list of packs; if there are none, what to do about it. */
export function packsScreen(
  folder: string,
  packs: readonly ListedPack[],
  starters: readonly string[],
): StudioPage {
  const w = STUDIO_WORDS;
  const isEmpty = packs.length === 0;
  return {
    title: isEmpty ? w.noPacks : w.packs,
    screen: 'packs',
    main: html`<h1>${isEmpty ? w.noPacks : w.packs}</h1>
${isEmpty ? html`<p class="lead">${w.noPacksHelp}</p>` : html`<ul class="cards">${packs.map(packCard)}</ul><h2>${w.newPack}</h2>`}
<div class="ways-to-start">
<section class="card" aria-labelledby="own"><h2 id="own">${w.own}</h2><p>${w.ownHelp}</p>
<form class="stack" id="own-pack">
<label class="field">${w.ownTitle} <input name="title" required maxlength="120" placeholder="${w.ownTitleExample}" autocomplete="off"></label>
<label class="field">${w.ownTopic} <input name="topic" required maxlength="120" placeholder="${w.ownTopicExample}" autocomplete="off"></label>
<button type="submit" class="${isEmpty ? 'main' : ''}">${w.make}</button>
</form></section>
<section class="card" aria-labelledby="new"><h2 id="new">${w.startFrom}</h2><p>${w.startFromHelp}</p>
<ul class="starters">${starters.map(
      (subject) =>
        html`<li><button type="button" data-starter="${subject}">${ownValue(w.starterNames, subject) ?? subject}</button></li>`,
    )}</ul></section>
<section class="card" aria-labelledby="bring"><h2 id="bring">${w.bringIn}</h2><p>${w.bringInHelp}</p>
<p><a class="button" href="/import">${w.bringInButton}</a></p></section>
</div>
<p class="status" role="status" id="status"></p>
<p class="links"><a href="/school">${w.school}</a> <span class="path">${w.packsOf(folder)}</span></p>`,
  };
}

function packCard({ id, title, author, errors, warnings }: ListedPack): Html {
  const w = STUDIO_WORDS;
  const count = errors + warnings;
  return html`<li class="card"><h2><a href="${packAddress(id)}">${title}</a></h2>
${author === undefined ? '' : html`<p>${author}</p>`}
<p class="${errors > 0 ? 'bad' : 'quiet'}">${count === 0 ? w.noProblems : w.problemCount(count)}</p></li>`;
}
