import { html } from 'hono/html';
import type { FormatOut } from '../../exchange/out/format-out.ts';
import type { MadeExport } from '../live/exports.ts';
import type { Problem } from '../live/problems-of.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import { lossList } from './loss-list.ts';
import { problemList } from './problem-list.ts';
import { fileAddress, packAddress } from './studio-addresses.ts';
import type { Html, StudioPage } from './studio-page.ts';

/** A pack, or a file of it, that may go into other formats. */
export interface FormatsOnScreen {
  readonly pack: { readonly id: string; readonly title: string };
  readonly file: { readonly name: string; readonly title: string } | undefined;
  readonly formats: readonly FormatOut[];
  /** What was chosen, and what came of it. */
  readonly chosen?: {
    readonly format: FormatOut;
    readonly made: MadeExport | undefined;
    readonly problems: readonly Problem[];
  };
}

/** The formats that a pack, or a file of it, can go into; and what came of one. */
export function formatsScreen({ pack, file, formats, chosen }: FormatsOnScreen): StudioPage {
  const w = STUDIO_WORDS;
  const group = (what: FormatOut['exports']) => {
    const own = formats.filter((format) => format.exports === what && (what !== 'product' || file));
    if (own.length === 0) return '';
    return html`<section aria-labelledby="${what}"><h2 id="${what}">${what === 'product' ? file?.title : w.exportsOf[what]}</h2>
<ul class="starters">${own.map(
      (format) =>
        html`<li><a class="button" href="${fileAddress(pack.id, 'formats', { ...(file && { file: file.name }) })}&format=${format.name}&what=${what}">${asTitle(format.title)}</a></li>`,
    )}</ul></section>`;
  };
  return {
    title: `${file?.title ?? pack.title}: ${w.otherFormats}`,
    screen: 'plain',
    trail: [
      { name: pack.title, href: packAddress(pack.id) },
      ...(file ? [{ name: file.title, href: fileAddress(pack.id, 'edit', { file: file.name }) }] : []),
      { name: w.otherFormats },
    ],
    main: html`<h1>${w.otherFormats}</h1>
${chosen ? outcome(pack.id, chosen) : ''}
${(['product', 'questions', 'words', 'pack'] as const).map(group)}`,
  };
}

function outcome(pack: string, { format, made, problems }: NonNullable<FormatsOnScreen['chosen']>): Html {
  const w = STUDIO_WORDS;
  const losses = made?.files.flatMap((one) => one.losses) ?? [];
  if (!made)
    return html`<section class="card"><h2>${asTitle(format.title)}</h2><p>${w.notExported}</p>${problemList(pack, problems)}</section>`;
  return html`<section class="card"><h2>${asTitle(format.title)}</h2>
<ul class="starters">${made.files.map(
    ({ path }, index) =>
      html`<li><a class="button main" href="/exports/${made.id}/${index}" download>${w.download}: ${path.split('/').at(-1)}</a></li>`,
  )}</ul>
${losses.length === 0 ? html`<p>${w.nothingLost}</p>` : lossList(w.exportLosses, losses)}</section>`;
}

const asTitle = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
