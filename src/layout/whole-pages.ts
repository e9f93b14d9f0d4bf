import { createReport } from '../diagnostics/report.ts';
import type { BlockSection } from './block-sections.ts';
import type { DocumentContext } from './document-context.ts';
import type { LayoutOptions } from './layout-options.ts';
import { withSizes } from './lines/type-look.ts';
import type { PageSetup } from './paging/page-setup.ts';
import type { Paginated } from './paging/paginate.ts';
import type { SectionMemory } from './section-memory.ts';
import { startStructure } from './strips/structure-draft.ts';
import type { Style } from './style/style.ts';

/** How a section is set so that it ends on a whole page. */
export interface WholeSection {
  readonly style: Style;
  readonly setup: PageSetup;
}

/** A last page filled less than this is to be avoided. */
const LEAST_FILLED = 0.5;
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
 * Sets a section so that its last page isn't nearly empty. First gaps and type become a little smaller, as far as the
 * style allows, to save that page; if they can't, the pages before it end earlier, though at least half full, so that
 * the last is fuller.
 * @param plain the section as it is set without any of that
 * @param memory keeps what was tried
 */
export function fitWholePages(
  { blocks }: BlockSection,
  options: LayoutOptions,
  document: DocumentContext,
  plain: Paginated,
  memory: SectionMemory,
): WholeSection {
  const { style, setup } = options;
  const lay = (tried: Partial<WholeSection>) =>
    memory.lay(
      blocks,
      { ...options, ...tried, structure: startStructure(), document, firstPage: 0 },
      createReport(),
    );
  const height = setup.height - setup.margins.top - setup.margins.bottom;
  const filled = filledPages(plain, height);
  if (plain.pages === 1 || filled.at(-1)! >= LEAST_FILLED) return { style, setup };
  const saves = (step: (typeof TIGHTER)[number]) =>
    lay({ style: tightened(style, step) }).pages < plain.pages;
  // If the tightest saves no page, none does.
  const step = saves(TIGHTER.at(-1)!) ? TIGHTER.find(saves) : undefined;
  if (step) return { style: tightened(style, step), setup };
  const tallest = tallestRun(plain);
  let best = { last: filled.at(-1)!, setup };
  for (const share of SHORTER) {
    const shorter = { ...setup, shorter: { by: height * share, pages: plain.pages - 1 } };
    const tried = height * (1 - share) < tallest ? undefined : lay({ setup: shorter });
    if (!tried || tried.pages > plain.pages) break;
    const pages = filledPages(tried, height);
    const last = pages.pop()!;
    if (pages.every((one) => one >= LEAST_FILLED) && last > best.last) best = { last, setup: shorter };
  }
  return { style, setup: best.setup };
}

function tightened(style: Style, { gaps, less }: (typeof TIGHTER)[number]): Style {
  const closer = Object.fromEntries(GAPS.map((gap) => [gap, style[gap] * gaps]));
  return withSizes({ ...style, ...closer }, LOOKS, (style['body-size'] - less) / style['body-size']);
}

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
