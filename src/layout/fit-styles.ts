import type { Block } from '../blocks/block.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { createReport, type Report } from '../diagnostics/report.ts';
import type { Mark } from '../pages/page.ts';
import type { BlockSection } from './block-sections.ts';
import type { DocumentContext } from './document-context.ts';
import { laySection } from './lay-section.ts';
import type { LayoutOptions } from './layout-options.ts';
import { withSizes } from './lines/type-look.ts';
import { fitSections } from './paging/fit-sections.ts';
import type { Fit, PageSetup } from './paging/page-setup.ts';
import type { SectionMemory } from './section-memory.ts';
import { sectionSetup } from './section-setup.ts';
import { startStructure } from './strips/structure-draft.ts';
import type { Style } from './style/style.ts';

/**
 * Gives each section a style with sizes at which it fits. Reports what does not fit at the smallest size.
 * @param memory keeps what was tried, for a document that is fitted as a whole
 */
export function fitStyles(
  sections: readonly BlockSection[],
  fit: Fit,
  options: LayoutOptions,
  document: DocumentContext,
  memory: SectionMemory,
  report: Report,
): Style[] {
  const first = `${fit.looks[0] ?? 'body'}-size` as keyof Style;
  const own = Number(options.style[first]);
  const largest = Math.max(own, fit.largest ?? 0);
  const floor = options.style['smallest-size'];
  const smallest = Math.min(largest, Math.max(fit.smallest, floor));
  const styleAt = (size: number) => withSizes(options.style, fit.looks, size / own);
  // Each of many sections is numbered anew when it is tried, so it can't be used for the finished document.
  const lay = fit.each === 'document' ? memory.lay : laySection;
  const tryAt = (tried: readonly BlockSection[], size: number) => {
    const trial = { ...options, style: styleAt(size), structure: startStructure(), document, firstPage: 0 };
    let pages = 0;
    let height = 0;
    let lines = 0;
    let hyphens = 0;
    const found = createReport();
    for (const section of tried) {
      const setup = sectionSetup(section, options.setup);
      const laid = lay(section.blocks, { ...trial, setup }, found);
      pages += laid.pages;
      lines += laid.placed.length;
      hyphens += laid.placed.filter(({ strip }) => strip.marks.some(endsInHyphen)).length;
      height += laid.placed.reduce((sum, { strip }) => sum + strip.height + strip.gapBefore, 0);
    }
    // A board stays on its page whatever it holds, and says itself which of its boxes is too long.
    const isBoardTooLong = found.diagnostics.some(({ code }) => code === 'box-overflow');
    return {
      pages,
      lines,
      hyphens,
      isBoardTooLong,
      filled: height / (fit.pages * heightOfPage(options.setup)),
    };
  };
  // Type larger than in the style is never bought with a line of verse that has to be broken.
  const breaksVerse = (tried: readonly BlockSection[], size: number, lines: number) =>
    size > own && tried.some(({ blocks }) => hasVerse(blocks)) && lines > tryAt(tried, own).lines;

  // Nor is larger type on a card ever bought with a hyphen in a word that is too wide for it.
  const breaksWords = (tried: readonly BlockSection[], size: number, hyphens: number) =>
    fit.each === 'section' && size > smallest && hyphens > 0 && hyphens > tryAt(tried, smallest).hyphens;

  const units = fit.each === 'section' ? sections.map((section) => [section]) : [sections];
  const fitted = fitSections(units.length, largest, { ...fit, smallest }, (unit, size) => {
    const tried = units[unit]!;
    const { pages, lines, hyphens, filled, isBoardTooLong } = tryAt(tried, size);
    const isWhole = !breaksVerse(tried, size, lines) && !breaksWords(tried, size, hyphens);
    return { fits: pages <= fit.pages && !isBoardTooLong && isWhole, filled };
  });
  // If the style does not allow type as small as the product does, the document takes more pages, at its full size.
  const mayOverrun = fit.each === 'document' && floor > fit.smallest;
  fitted.forEach(({ fits, size }, unit) => {
    if (fits || mayOverrun) return;
    const { at } = units[unit]![0]!.blocks[0]!;
    const { pages, isBoardTooLong } = tryAt(units[unit]!, size);
    if (isBoardTooLong) return;
    reportOverflow(fit, pages, size, at, report);
  });
  return sections.map((_, index) => {
    const { fits, size } = fitted[fit.each === 'section' ? index : 0]!;
    return styleAt(!fits && mayOverrun ? own : size);
  });
}

function reportOverflow(fit: Fit, pages: number, size: number, at: Place, report: Report): void {
  const sizeInWords = `even at the smallest size allowed (${size} points)`;
  if (fit.each === 'section')
    report.add('card-overflow', at, `This does not fit on one card, ${sizeInWords}.`, 'Shorten it.');
  else
    report.add(
      'pages-overflow',
      at,
      `This fills ${pages} pages, ${sizeInWords}; the limit is ${fit.pages}.`,
      'Shorten it, or allow more pages under “fit” in the template.',
    );
}

/** Whether a line ends within a word. */
const endsInHyphen = (mark: Mark): boolean => mark.kind === 'text' && mark.text.endsWith('\u00AD');

const hasVerse = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.kind === 'paragraph' && block.verse === true);

/** How much text a page holds: the height of its columns together, in points. */
const heightOfPage = ({ height, margins, columns }: PageSetup): number =>
  (height - margins.top - margins.bottom) * columns.count;
