import { html } from 'hono/html';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Catalogue, CatalogueProduct } from '../live/catalogue-of.ts';
import type { Problem } from '../live/problems-of.ts';
import type { PackText } from '../live/texts-of.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import { problemList } from './problem-list.ts';
import { fileAddress, packAddress } from './studio-addresses.ts';
import type { Html, StudioPage } from './studio-page.ts';

/** A kind of entry that a pack may get more of. */
interface KindOnScreen {
  readonly name: string;
  readonly title: string;
  /** What it is for. */
  readonly group: string;
}

/** What the page of a pack shows. */
export interface PackOnScreen {
  readonly id: string;
  readonly title: string;
  readonly catalogue: Catalogue | undefined;
  readonly texts: readonly PackText[];
  readonly unsaved: readonly string[];
  readonly problems: readonly Problem[];
  /** The kinds of entry that it may get more of. */
  readonly kinds: readonly KindOnScreen[];
}

/** How many files of a product are listed before the others are folded away. */
const MOST_LISTED = 4;

/** A pack: what can be printed from it, its problems, and its texts. */
export function packScreen({
  id,
  title,
  catalogue,
  texts,
  unsaved,
  problems,
  kinds,
}: PackOnScreen): StudioPage {
  const w = STUDIO_WORDS;
  const all = catalogue?.products ?? [];
  const group = (name: CatalogueProduct['group'], heading: string, help?: string) => {
    const products = all.filter((product) => product.group === name);
    if (products.length === 0) return '';
    return html`<section aria-labelledby="${name}"><h2 id="${name}">${heading}</h2>
${help === undefined ? '' : html`<p>${help}</p>`}
<ul class="products">${products.map((product) => productCard(id, product))}</ul></section>`;
  };
  const list = all.flatMap(({ name, files }) => (name === 'print-list' ? files : []))[0];
  return {
    title,
    screen: 'pack',
    trail: [{ name: title }],
    ...(list && {
      actions: html`<a class="button main" href="${fileAddress(id, 'edit', { file: list.name })}">${w.printAll}</a>`,
    }),
    main: html`<h1>${title}</h1>
<p class="links"><a href="${packAddress(id)}/formats">${w.otherFormats}</a> <a href="/import?pack=${encodeURIComponent(id)}">${w.bringIn}</a></p>
${unsaved.length > 0 ? html`<p class="notice">${w.unsaved(unsaved.length)}</p>` : ''}
${addForm(id, kinds)}
${problems.length > 0 ? html`<section aria-labelledby="problems"><h2 id="problems">${w.problems}</h2>${problemList(id, problems)}</section>` : ''}
${group('pupils', w.forPupils)}
${group('teachers', w.forTeachers)}
${group('on-request', w.onRequest, w.onRequestHelp)}
${
  catalogue && catalogue.leftOut.length > 0
    ? html`<section aria-labelledby="gaps"><h2 id="gaps">${w.gaps}</h2><p>${w.gapsHelp}</p><ul class="quiet">${catalogue.leftOut.map(
        (one) => html`<li>${w.tooLittle(one.title, one.found, one.least)}</li>`,
      )}</ul></section>`
    : ''
}
<section aria-labelledby="texts"><h2 id="texts">${w.texts}</h2><p>${w.textsHelp}</p>
<ul class="texts">${texts.map(
      ({ name, title: text }) =>
        html`<li><a href="${fileAddress(id, 'edit', { text: name })}">${text}</a></li>`,
    )}</ul></section>`,
  };
}

function addForm(pack: string, kinds: readonly KindOnScreen[]): Html {
  const w = STUDIO_WORDS;
  const groups = [...new Set(kinds.map(({ group }) => group))];
  const option = ({ name, title }: KindOnScreen) =>
    html`<option value="${name}" data-label="${ownValue(w.addNames, name) ?? w.addName}">${title}</option>`;
  return html`<section class="card" aria-labelledby="add"><h2 id="add">${w.addText}</h2>
<form class="inline" id="add-form" data-add="${packAddress(pack)}/add">
<label class="field">${w.addKind} <select name="kind" id="add-kind">${groups.map(
    (group) =>
      html`<optgroup label="${group}">${kinds.filter((kind) => kind.group === group).map(option)}</optgroup>`,
  )}</select></label>
<label class="field wide"><span id="add-label">${w.addName}</span> <input name="title" required maxlength="200" autocomplete="off"></label>
<button type="submit">${w.add}</button> <span class="status" role="status" id="add-status"></span></form></section>`;
}

function productCard(pack: string, { title, description, files }: CatalogueProduct): Html {
  const w = STUDIO_WORDS;
  const [first, ...others] = files;
  if (!first) return html``;
  const link = (file: typeof first, text: string) =>
    html`<a href="${fileAddress(pack, 'edit', { file: file.name })}">${text}</a>`;
  const items = files.map((file) => html`<li>${link(file, file.title)}</li>`);
  return html`<li class="product"><a class="thumb" href="${fileAddress(pack, 'edit', { file: first.name })}" tabindex="-1" aria-hidden="true"><img src="${fileAddress(pack, 'first', { file: first.name })}" alt="" loading="lazy" width="180" height="254"></a>
<div><h3>${link(first, title)}</h3><p>${description}</p>
${others.length === 0 ? '' : files.length <= MOST_LISTED ? html`<ul class="files">${items}</ul>` : html`<details><summary>${w.allOf(files.length)}</summary><ul class="files">${items}</ul></details>`}</div></li>`;
}
