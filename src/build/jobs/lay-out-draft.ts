import { flagPlace } from '../../diagnostics/flag-place.ts';
import type { Report } from '../../diagnostics/report.ts';
import { layOut } from '../../layout/lay-out.ts';
import { type PageSetup, pageSetup } from '../../layout/paging/page-setup.ts';
import type { SectionMemory } from '../../layout/section-memory.ts';
import { setLabel } from '../../layout/set-label.ts';
import type { PosterText } from '../../layout/sheets/impose-poster.ts';
import { type LayOutAt, layOnSheets, type PageNeeds } from '../../layout/sheets/lay-on-sheets.ts';
import { onSmallPages } from '../../layout/sheets/on-small-pages.ts';
import type { PrinterOffset } from '../../layout/sheets/printer-offset.ts';
import { withTrimMarks } from '../../layout/sheets/with-trim-marks.ts';
import { styleForCards } from '../../layout/style/style-for-cards.ts';
import { BLEED } from '../../pages/bleed.ts';
import type { ShapingFontBook } from '../../pages/fonts/font-book.ts';
import { lettersOf } from '../../pages/fonts/letters-of.ts';
import type { Laid } from '../../pages/laid.ts';
import { type Imposition, impositionOf } from '../../templates/imposition.ts';
import { say } from '../../words/say.ts';
import type { Draft } from './draft.ts';
import { ifOther } from './variant-name.ts';

/** A file on its pages or sheets. */
export interface LaidSheets {
  readonly pages: Laid;
  /** The imposition that was asked for in place of its product's, if it was made with it. */
  readonly imposed?: string;
}

/** Options for laying out a file. */
interface SheetOptions {
  readonly fonts: ShapingFontBook;
  /** Names of the products that were asked for; empty for all. */
  readonly products: readonly string[];
  /** The measured offset of the printer's backs. */
  readonly offset?: PrinterOffset;
  /** The name of an imposition, in place of the product's. */
  readonly impose?: string;
  /** The profile of a printing press, which prints beyond the edges of pages. */
  readonly press?: object;
  /** Keeps the sections of drafts that share most of their blocks. */
  readonly sections?: SectionMemory;
}

/**
 * Lays out one file: its pages at the size of the paper, or of the cells that they will fill, and their sheets. Reports
 * text that does not fit, and an imposition that the paper has no room for. A product that was not asked for by name,
 * and does not fit the requested imposition, is laid out with its own and a warning.
 */
export function layOutDraft(draft: Draft, options: SheetOptions, report: Report): LaidSheets {
  const { name, product, imposition } = draft;
  const isNamed = options.products.includes(product);
  // If all products are made into booklets, cards remain cards unless they were asked for by name.
  const requested = imposition && !isNamed ? undefined : options.impose;
  if (!requested) return { pages: layOutAs(draft, imposition, options, report) };
  const imposed = ifOther(requested, typeof imposition?.as === 'string' ? imposition.as : '');
  const sheets = { as: requested, at: flagPlace('--impose') };
  const made = (pages: Laid) => ({ pages, ...(imposed && { imposed }) });
  if (isNamed) return made(layOutAs(draft, sheets, options, report));

  const attempt = report.fork();
  const laid = layOutAs(draft, sheets, options, attempt);
  if (!attempt.failed()) {
    report.merge(attempt);
    return made(laid);
  }
  const { where, message } = attempt.diagnostics.find(({ severity }) => severity === 'error')!;
  report.add(
    'not-imposed',
    where,
    `${name}.pdf is printed as usual, not as ${requested}: ${message}`,
    `To see everything that does not fit, ask for it by name: --product ${product}.`,
  );
  return { pages: layOutAs(draft, imposition, options, report) };
}

/** Keeps the backs of cards when they are printed as bookmarks or as a pile to cut. */
function withBacks(requested: Imposition, ofProduct: Imposition | string | undefined): Imposition {
  if (typeof ofProduct !== 'object' || !['cards', 'bookmarks', 'cut-stack'].includes(requested.as))
    return requested;
  return { ...requested, backs: ofProduct.backs, duplex: requested.duplex ?? ofProduct.duplex };
}

/** Lays out a file with one imposition, or page by page if there is none. */
function layOutAs(
  draft: Draft,
  sheets: Draft['imposition'],
  { fonts, offset, press, sections }: SheetOptions,
  report: Report,
): Laid {
  const { title, page, style, paper, blocks, language, words, pictures } = draft;
  const edges = { bound: !sheets, bleed: press ? BLEED : 0 };
  const isOfCards = page.fit?.each === 'section' && !isPages(draft.imposition);
  const layOutAt: LayOutAt = (size, needs, found) =>
    layOut(
      blocks,
      {
        setup: setupOf(draft, size, needs, edges),
        style: isOfCards ? styleForCards(style, size) : style,
        fonts,
        language,
        pictures,
      },
      found,
      sections,
    );
  if (!sheets) {
    const laid = withTrimMarks(layOutAt(paper, {}, report));
    const sides = paper.height >= paper.width ? 'long-edge' : 'short-edge';
    return page['two-sided'] ? { ...laid, sides } : laid;
  }
  // The style may not let type become as small as the product allows. Small pages become whole ones if they are too full.
  const isTooLarge = page.fit !== undefined && style['smallest-size'] > page.fit.smallest;
  const growing = isPages(sheets) ? page.fit !== undefined && isPages(draft.imposition) : isTooLarge;
  const lettering: PosterText = {
    title,
    label: (text) => setLabel(text, { style, fonts, language }, report),
    lettersOf: (mark) => lettersOf(mark, fonts),
    placeInWords: (place) => say(words, 'poster-place', place),
    pageInWords: (page, place) => say(words, 'poster-page', { page, place }),
  };
  const imposition = withBacks(impositionOf(sheets.as), draft.imposition?.as);
  return layOnSheets(
    paper,
    { imposition: { ...imposition, bleed: edges.bleed }, at: sheets.at, offset, growing, lettering },
    layOutAt,
    report,
  );
}

/** Whether small pages with heads and feet fill a sheet, and not cards. */
const isPages = (sheets: Draft['imposition']) =>
  sheets !== undefined && /^\d-up$/.test(impositionOf(sheets.as).as);

/** Cards with backs have two pages each, however they are put on sheets. */
const sidesOf = (ofProduct: Draft['imposition']) =>
  typeof ofProduct?.as === 'object' && ofProduct.as.backs !== 'none' ? 2 : 1;

type Size = { readonly width: number; readonly height: number };

/** Gives the set-up of a file's pages, which are either whole sheets or cells of sheets. */
function setupOf(
  { page, furniture, style, copy, imposition }: Draft,
  size: Size,
  { perSheet = 1, small = false, twoSided, furniture: hasFurniture, fit: isFitted }: PageNeeds,
  edges: { bound: boolean; bleed: number },
): PageSetup {
  const options = {
    ...page,
    ...(twoSided !== undefined && { 'two-sided': twoSided }),
    ...(hasFurniture === false && { furniture: false }),
    ...(isFitted === false && { fit: undefined }),
  };
  return pageSetup(size, small ? onSmallPages(options, size) : options, style, {
    ...furniture,
    ...(copy && { copy: copy.footer }),
    ...(copy?.at && { at: copy.at }),
    perSheet,
    sides: sidesOf(imposition),
    ...edges,
  });
}
