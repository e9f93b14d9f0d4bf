import type { Block } from '../blocks/block.ts';
import { createReport } from '../diagnostics/report.ts';
import type { BlockSection } from './block-sections.ts';
import type { DocumentContext } from './document-context.ts';
import type { LayoutOptions } from './layout-options.ts';
import { withSizes } from './lines/type-look.ts';
import type { PageSetup } from './paging/page-setup.ts';
import type { Paginated } from './paging/paginate.ts';
import type { SectionMemory } from './section-memory.ts';
import { sectionSetup } from './section-setup.ts';
import { startStructure } from './strips/structure-draft.ts';
import type { Style } from './style/style.ts';

/** How a section is set so that it ends on a whole page. */
export interface WholeSection {
  readonly style: Style;
  readonly setup: PageSetup;
}

/** What is tried to save a page: gaps as a share of the style's, and points off the sizes of text. */
const TIGHTER = [
  { gaps: 0.8, less: 0 },
  { gaps: 0.6, less: 0 },
  { gaps: 0.6, less: 0.25 },
  { gaps: 0.6, less: 0.5 },
];
const GAPS = ['paragraph-gap', 'heading-gap', 'box-padding'] as const;
const LOOKS = ['body', 'small', 'label', 'lead'];
/** Shares of a page that are tried as the room left free at the foot of all pages but the last. */
const SHORTER = [0.1, 0.2, 0.3, 0.4];

/**
 * Sets a section so that none of its pages is nearly empty. To save a page, gaps and type become a little smaller, as far as
 * the style allows, and if that isn't enough, pages may end inside the lines for an answer. If no page can be saved,
 * pages end there to be fuller, or the pages before the last end earlier, so that the last is fuller. Where only the ends of
 * pages may change, that is all, but for a cover.
 * @param plain the section as it is set without any of that
 * @param memory keeps what was tried
 */
export function fitWholePages(
  section: BlockSection,
  options: LayoutOptions,
  document: DocumentContext,
  plain: Paginated,
  memory: SectionMemory,
): WholeSection {
  const asItIs = { style: options.style, setup: options.setup };
  const lay = (tried: WholeSection) =>
    memory.lay(
      section.blocks,
      {
        ...options,
        style: tried.style,
        setup: sectionSetup(section, tried.setup),
        structure: startStructure(),
        document,
        firstPage: 0,
      },
      createReport(),
    );
  const height = columnHeight(sectionSetup(section, options.setup));
  const filled = filledPages(plain, height);
  const wasted = filled.reduce((sum, one) => sum + 1 - one, 0);
  if (plain.pages === 1 || (filled.every((one) => one >= leastFilled(asItIs)) && wasted < 1)) return asItIs;
  const divided = { ...asItIs, setup: { ...asItIs.setup, dividesAnswers: true } };
  const steps = [...tighter(asItIs), divided, ...tighter(divided)];
  const mayChange = options.setup.wholePages === 'all' || section.blocks.some(isOfCover);
  const saves = (step: WholeSection) => lay(step).pages < plain.pages;
  // If the last saves no page, none does.
  const saving = mayChange && saves(steps.at(-1)!) ? steps.filter(saves) : [];
  if (saving.length > 0) return fullest(saving, height, plain.pages - 1, lay);
  // White at the foot of a page on which an answer goes on overleaf would look like the end of the room for it.
  const ends = [...shorterThan(asItIs, plain, height), fuller(asItIs)];
  const changes = mayChange ? [divided, ...tighter(divided)].flatMap((way) => [way, fuller(way)]) : [];
  return fullest([asItIs, ...ends, ...changes], height, plain.pages, lay, plain);
}

/** Whether a block is on a cover, which is one page wherever it can be. */
const isOfCover = (block: Block): boolean => block.kind === 'heading' && block.look === 'cover';

/** The ways to end all pages of a section but the last earlier, as long as each can hold what stays together. */
function shorterThan(whole: WholeSection, plain: Paginated, height: number): WholeSection[] {
  const tallest = tallestRun(plain);
  return SHORTER.filter((share) => height * (1 - share) >= tallest).map((share) => ({
    ...whole,
    setup: { ...whole.setup, shorter: { by: height * share, pages: plain.pages - 1 } },
  }));
}

/** A way to set a section with its pages ended where most of them are half full: only those of one column are full alone. */
const fuller = (way: WholeSection): WholeSection =>
  way.setup.columns.count > 1 ? way : { ...way, setup: { ...way.setup, leastFilled: leastFilled(way) } };

/**
 * The way to set a section that leaves its pages fullest, on no more pages than `most`: of several the first.
 * @param plain the section as it is, if no way may leave a gap on a page that is full there
 */
function fullest(
  ways: readonly WholeSection[],
  height: number,
  most: number,
  lay: (way: WholeSection) => Paginated,
  plain?: Paginated,
): WholeSection {
  let best = { way: ways[0]!, emptiness: Number.POSITIVE_INFINITY };
  for (const way of ways) {
    const laid = lay(way);
    if (laid.pages > most || (plain && leavesGap(laid, plain, height))) continue;
    const emptiness = emptinessOf(filledPages(laid, height), leastFilled(way));
    if (emptiness < best.emptiness - 0.001) best = { way, emptiness };
    if (best.emptiness === 0) break;
  }
  return best.way;
}

/** Whether a page ends early, although what it ends with goes on overleaf: lines for an answer, or a table. */
function leavesGap(laid: Paginated, plain: Paginated, height: number): boolean {
  const before = filledPages(plain, height);
  return filledPages(laid, height).some(
    (filled, page) =>
      filled < (before[page] ?? 0) - 0.02 && laid.placed.some((one) => one.page === page + 1 && one.repeated),
  );
}

/** How much pages lack to be half full. One in the middle of a section counts most: the last is expected to be shorter. */
const emptinessOf = (filled: readonly number[], least: number): number =>
  filled.reduce(
    (sum, one, page) => sum + Math.max(0, least - one) + (page < filled.length - 1 && one < least ? 1 : 0),
    0,
  );

const tighter = ({ style, setup }: WholeSection): WholeSection[] =>
  TIGHTER.map((step) => ({ style: tightened(style, step), setup }));

function tightened(style: Style, { gaps, less }: (typeof TIGHTER)[number]): Style {
  const closer = Object.fromEntries(GAPS.map((gap) => [gap, style[gap] * gaps]));
  return withSizes({ ...style, ...closer }, LOOKS, (style['body-size'] - less) / style['body-size']);
}

/** The number of pages of a section that are under half full. */
export const countHoles = (laid: Paginated, way: WholeSection): number =>
  filledPages(laid, columnHeight(way.setup)).filter((one) => one < leastFilled(way)).length;

/** The share of a page that has to be filled: half of it, with what is below its last line. */
const leastFilled = ({ style, setup }: WholeSection): number =>
  0.5 + style['body-leading'] / columnHeight({ ...setup, columns: { ...setup.columns, count: 1 } });

/** How much text a page holds: its columns count as if they were below one another. */
const columnHeight = ({ height, margins, columns }: PageSetup): number =>
  (height - margins.top - margins.bottom) * columns.count;

/** The share of each page that a section fills, without room that stretches. */
function filledPages({ placed, pages }: Paginated, height: number): number[] {
  return Array.from({ length: pages }, (_, page) => {
    const own = placed.filter((one) => one.page === page);
    const used = own.reduce((sum, { strip }, at) => sum + strip.height + (at > 0 ? strip.gapBefore : 0), 0);
    return used / height;
  });
}

/** The height of the tallest run of strips that stay together: pages can't end within it. */
function tallestRun({ placed }: Paginated): number {
  let tallest = 0;
  let run = 0;
  for (const { strip } of placed) {
    run += strip.height + strip.gapBefore;
    tallest = Math.max(tallest, run);
    if (!strip.keep.next) run = 0;
  }
  return tallest;
}
