import type { Block, Contents, Heading } from '../blocks/block.ts';
import { headingsIn } from '../blocks/check-headings.ts';
import { headingNames } from '../blocks/heading-names.ts';
import { plainText } from '../blocks/plain-text.ts';
import { createReport, type Report } from '../diagnostics/report.ts';
import type { FontBook } from '../pages/fonts/font-book.ts';
import type { Laid } from '../pages/laid.ts';
import { mm } from '../pages/length.ts';
import type { Picture } from '../pages/picture.ts';
import type { Language } from './language/language.ts';
import { withSizes } from './lines/type-look.ts';
import { composePages, type LaidSection } from './paging/compose-pages.ts';
import { embeddedImages } from './paging/embedded-images.ts';
import { findMentions } from './paging/find-mentions.ts';
import { fitSections } from './paging/fit-sections.ts';
import { columnWidth, pageFrame } from './paging/page-frame.ts';
import type { Fit, PageSetup } from './paging/page-setup.ts';
import { type Paginated, paginate } from './paging/paginate.ts';
import { resolveLinks } from './paging/resolve-links.ts';
import { withRoomForFurniture } from './paging/set-furniture.ts';
import { horizontalRule } from './strips/horizontal-rule.ts';
import type { LayoutContext } from './strips/layout-context.ts';
import { setBlocks } from './strips/set-blocks.ts';
import { setNote } from './strips/set-note.ts';
import { destinationName } from './strips/set-references.ts';
import { type Strip, strip } from './strips/strip.ts';
import { type DraftNode, finishStructure, startStructure } from './strips/structure-draft.ts';
import { colourOf } from './style/colour-of.ts';
import type { Style } from './style/style.ts';

/** What layout needs besides blocks. */
export interface LayoutOptions {
  readonly setup: PageSetup;
  readonly style: Style;
  readonly fonts: FontBook;
  readonly language: Language;
  /** The pictures that the blocks name, by path. A missing one is replaced by its description. */
  readonly pictures?: ReadonlyMap<string, Picture>;
}

/** A stretch between page breaks. */
interface BlockSection {
  readonly blocks: readonly Block[];
  /** Whether it begins on a right-hand page. */
  readonly recto: boolean;
}

/** How often a document is laid out anew because of what an index found in it. */
const MOST_PASSES = 3;

/**
 * Lays blocks out on pages.
 * Reports what does not fit, at the place where it was written; the pages are whole even then, so that all problems
 * of a document come out together.
 */
export function layOut(blocks: readonly Block[], wanted: LayoutOptions, report: Report): Laid {
  const stretches = splitAtPageBreaks(blocks);
  const headings = headingsIn(blocks);
  const document: DocumentContext = {
    words: new Map(),
    anchors: new Map(headings.map((heading, index) => [heading, index + 1])),
    levels: structureLevels(headings),
    contentsAfter: contentsAfter(blocks),
    mentions: new Map(),
  };
  const context = layoutContextFor(
    { ...wanted, structure: startStructure(), document, firstPage: 0 },
    report,
  );
  const titles = headings.map((heading) => plainText(heading.text));
  const setup = withRoomForFurniture(wanted.setup, titles, context);
  const options = { ...wanted, setup };
  const styles = setup.fit
    ? fittedStyles(stretches, setup.fit, options, document, report)
    : stretches.map(() => options.style);
  const index = blocks.find((block) => block.kind === 'index');
  let laid = layPass(stretches, styles, options, document, index ? createReport() : report);
  for (let pass = 1; index && pass < MOST_PASSES; pass++) {
    const until = indexPage(stretches, laid.firstPages);
    const from = bodyPage(stretches, laid.firstPages);
    const mentions = findMentions(laid.laid.pages, index.terms, from, until);
    laid = layPass(stretches, styles, options, { ...document, mentions }, report);
    if (
      sameMentions(
        mentions,
        findMentions(
          laid.laid.pages,
          index.terms,
          bodyPage(stretches, laid.firstPages),
          indexPage(stretches, laid.firstPages),
        ),
      )
    )
      break;
  }
  return laid.laid;
}

/** What blocks know of the document that they stand in. */
type DocumentContext = Pick<LayoutContext, 'words' | 'anchors' | 'levels' | 'contentsAfter' | 'mentions'>;

function layPass(
  stretches: readonly BlockSection[],
  styles: readonly Style[],
  options: LayoutOptions,
  document: DocumentContext,
  report: Report,
): { laid: Laid; firstPages: number[] } {
  const structure = startStructure();
  const sections: LaidSection[] = [];
  let next = 0;
  stretches.forEach(({ blocks, recto }, index) => {
    const firstPage = recto && next % 2 === 1 ? next + 1 : next;
    const paginated = laySection(
      blocks,
      { ...options, style: styles[index]!, structure, document, firstPage },
      report,
    );
    sections.push({ ...paginated, firstPage });
    next = firstPage + paginated.pages;
  });
  const context = layoutContextFor({ ...options, structure, document, firstPage: 0 }, report);
  const composed = composePages(sections, options.setup, context);
  const destinations = new Map(
    [...headingNames([...document.anchors.keys()])].map(([name, heading]) => [
      name,
      destinationName(document.anchors.get(heading)!),
    ]),
  );
  const pages = resolveLinks(composed.pages, destinations);
  const images = embeddedImages(pages, options.pictures ?? new Map());
  return {
    laid: { ...composed, pages, structure: finishStructure(structure), images },
    firstPages: sections.map(({ firstPage }) => firstPage),
  };
}

function splitAtPageBreaks(blocks: readonly Block[]): BlockSection[] {
  const stretches: { blocks: Block[]; recto: boolean }[] = [{ blocks: [], recto: false }];
  for (const block of blocks) {
    if (block.kind === 'page-break') stretches.push({ blocks: [], recto: block.recto });
    else stretches.at(-1)!.blocks.push(block);
  }
  return stretches.filter((stretch) => stretch.blocks.length > 0);
}

/** Levels that skip none: a heading stands at most one below the one before it. */
function structureLevels(headings: readonly Heading[]): Map<Heading, Heading['level']> {
  let before = 0;
  return new Map(
    headings.map((heading) => {
      before = Math.min(heading.level, before + 1);
      return [heading, before as Heading['level']];
    }),
  );
}

/** For each table of contents, how many headings stand before it. */
function contentsAfter(blocks: readonly Block[]): Map<Contents, number> {
  let headings = 0;
  const found = new Map<Contents, number>();
  for (const block of blocks) {
    if (block.kind === 'contents') found.set(block, headings);
    headings += headingsIn([block]).length;
  }
  return found;
}

const indexPage = (stretches: readonly BlockSection[], firstPages: readonly number[]) =>
  firstPages[stretches.findIndex(({ blocks }) => blocks.some((block) => block.kind === 'index'))]!;

/** The first page after cover and contents: where the stretch after the last table of contents begins. */
function bodyPage(stretches: readonly BlockSection[], firstPages: readonly number[]): number {
  const contents = stretches.findLastIndex(({ blocks }) => blocks.some((block) => block.kind === 'contents'));
  return firstPages[contents + 1] ?? 0;
}

const sameMentions = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) =>
  JSON.stringify([...a]) === JSON.stringify([...b]);

interface SectionOptions extends LayoutOptions {
  readonly structure: DraftNode;
  readonly document: DocumentContext;
  readonly firstPage: number;
}

function layoutContextFor(
  { style, fonts, language, structure, setup, document, pictures = new Map() }: SectionOptions,
  report: Report,
): LayoutContext {
  let backdrops = 0;
  const context: LayoutContext = {
    ...document,
    style,
    fonts,
    language,
    report,
    parent: structure,
    pageHeight: setup.height - setup.margins.top - setup.margins.bottom,
    asideWidth: setup.marginColumn?.width ?? 0,
    setBlocks,
    setNote: (note) => setNote(note, columnWidth(setup), context),
    frameHeight: setup.height - setup.margins.top - setup.margins.bottom,
    pictures,
    nextBackdrop: () => backdrops++,
  };
  return context;
}

function laySection(blocks: readonly Block[], options: SectionOptions, report: Report): Paginated {
  const { setup, firstPage } = options;
  const width = columnWidth(setup);
  const strips = setBlocks(blocks, width, layoutContextFor(options, report));
  const section = { strips, frame: (index: number) => pageFrame(index, firstPage, setup) };
  return paginate({ ...section, noteRule: noteRule(width, options.style) }, report);
}

/** The short rule above footnotes. */
function noteRule(width: number, style: Style): Strip {
  const y = style['paragraph-gap'];
  const rule = horizontalRule(0, y, Math.min(width / 3, mm(50)), {
    colour: colourOf(style.rule),
    width: style['rule-width'],
  });
  return strip({ file: '', line: 1, column: 1 }, y * 1.6, [rule]);
}

/** For each stretch the style whose sizes make it fit; what does not fit at the smallest is reported. */
function fittedStyles(
  stretches: readonly BlockSection[],
  fit: Fit,
  options: LayoutOptions,
  document: DocumentContext,
  report: Report,
): Style[] {
  const first = `${fit.looks[0] ?? 'body'}-size` as keyof Style;
  const largest = Number(options.style[first]);
  const floor = options.style['smallest-size'];
  const smallest = Math.min(largest, Math.max(fit.smallest, floor));
  const styleAt = (size: number) => withSizes(options.style, fit.looks, size / largest);
  const pagesOf = (tried: readonly BlockSection[], size: number) => {
    const trial = { ...options, style: styleAt(size), structure: startStructure(), document, firstPage: 0 };
    return tried.reduce((sum, { blocks }) => sum + laySection(blocks, trial, createReport()).pages, 0);
  };

  const units = fit.each === 'section' ? stretches.map((stretch) => [stretch]) : [stretches];
  const fitted = fitSections(
    units.length,
    largest,
    { ...fit, smallest },
    (unit, size) => pagesOf(units[unit]!, size) <= fit.pages,
  );
  // A style that may not go as small as the product would runs over more pages, at its full size.
  const runsOver = fit.each === 'document' && floor > fit.smallest;
  fitted.forEach(({ fits, size }, unit) => {
    if (fits || runsOver) return;
    const { at } = units[unit]![0]!.blocks[0]!;
    const pages = pagesOf(units[unit]!, size);
    const told = `even at the smallest size allowed (${size} points)`;
    if (fit.each === 'section')
      report.add('card-overflow', at, `This does not fit on one card, ${told}.`, 'Shorten it.');
    else
      report.add(
        'pages-overflow',
        at,
        `This fills ${pages} pages, and ${fit.pages} is the most it may, ${told}.`,
        'Shorten it, or allow more pages in the template’s “fit”.',
      );
  });
  return stretches.map((_, index) => {
    const { fits, size } = fitted[fit.each === 'section' ? index : 0]!;
    return styleAt(!fits && runsOver ? largest : size);
  });
}
