import type { Block } from '../blocks/block.ts';
import { headingNames } from '../blocks/heading-names.ts';
import { plainText } from '../blocks/plain-text.ts';
import { createReport, type Report } from '../diagnostics/report.ts';
import type { Laid } from '../pages/laid.ts';
import { type BlockSection, indexPage, splitAtPageBreaks } from './block-sections.ts';
import { type DocumentContext, documentContext } from './document-context.ts';
import { fitStyles } from './fit-styles.ts';
import { layOnePage, layoutContextFor, laySection, type SectionOptions } from './lay-section.ts';
import type { LayoutOptions } from './layout-options.ts';
import { withSizes } from './lines/type-look.ts';
import { composePages, type LaidSection } from './paging/compose-pages.ts';
import { embeddedImages } from './paging/embedded-images.ts';
import { findMentions } from './paging/find-mentions.ts';
import type { PageSetup } from './paging/page-setup.ts';
import type { Paginated } from './paging/paginate.ts';
import { resolveLinks } from './paging/resolve-links.ts';
import { withRoomForFurniture } from './paging/set-furniture.ts';
import type { SectionMemory } from './section-memory.ts';
import { sectionSetup } from './section-setup.ts';
import { destinationName, pageDestination } from './strips/blocks/set-references.ts';
import { finishStructure, startStructure } from './strips/structure-draft.ts';
import type { Style } from './style/style.ts';
import { fitWholePages, type WholeSection } from './whole-pages.ts';

/** The most times a document is laid out because of what an index found in it. */
const MOST_PASSES = 3;

/**
 * Lays blocks out on pages. A document with an index is laid out again until the page numbers in the index agree with its
 * pages, but at most `MOST_PASSES` times.
 * Reports what does not fit, at the place where it was written. The pages are complete even then, so that all problems of
 * a document are reported in one run.
 * @param memory keeps the sections of documents that share most of their blocks
 */
export function layOut(
  blocks: readonly Block[],
  options: LayoutOptions,
  report: Report,
  memory?: SectionMemory,
): Laid {
  const sections = splitAtPageBreaks(blocks);
  const document = documentContext(blocks);
  const titles = [...document.anchors.keys()].map((heading) => plainText(heading.text));
  const context = layoutContextFor(
    { ...options, structure: startStructure(), document, firstPage: 0 },
    report,
  );
  const setup = withRoomForFurniture(options.setup, titles, context);
  const fitted = { ...options, setup };
  const styles = setup.fit ? fitStyles(sections, setup.fit, fitted, document, report) : undefined;
  const plain = sections.map((_, index) => ({ style: styles?.[index] ?? options.style, setup }));
  const attempt = report.fork();
  const first = layPass(sections, plain, fitted, document, attempt, memory);
  const whole = styles ? plain : withFewerPages(sections, first, fitted, document);
  const index = blocks.find((block) => block.kind === 'index');
  if (!index) {
    if (whole !== plain) return layPass(sections, whole, fitted, document, report, memory).laid;
    report.merge(attempt);
    return first.laid;
  }

  const mentionsIn = ({ laid, firstPages }: Pass) =>
    findMentions(laid, index.terms, indexPage(sections, firstPages));
  let pass = whole === plain ? first : layPass(sections, whole, fitted, document, createReport(), memory);
  for (let count = 1; count < MOST_PASSES; count++) {
    const mentions = mentionsIn(pass);
    pass = layPass(sections, whole, fitted, { ...document, mentions }, report, memory);
    if (sameMentions(mentions, mentionsIn(pass))) break;
  }
  return pass.laid;
}

/** The looks that are set smaller to save a page, and the step between the sizes tried, in points. */
const TIGHTENED = ['body', 'lead'];
const STEP = 0.25;

/** Gives how each section is set so that there are fewer pages, or fuller ones, as far as the document allows. */
function withFewerPages(
  sections: readonly BlockSection[],
  first: Pass,
  options: LayoutOptions,
  document: DocumentContext,
): readonly WholeSection[] {
  const { setup } = options;
  if (setup.wholePages) {
    const fits = sections.map((section, index) =>
      fitWholePages(section, options, document, first.sections[index]!),
    );
    if (fits.some(({ style, setup: own }) => style !== options.style || own !== setup)) return fits;
  }
  const style = setup.tighten ? tightened(sections, first, options, document) : options.style;
  return style === options.style ? first.whole : sections.map(() => ({ style, setup }));
}

/** Gives the style with the largest reading text, within what the document allows, at which it has the fewest pages. */
function tightened(
  sections: readonly BlockSection[],
  first: Pass,
  options: LayoutOptions,
  document: DocumentContext,
): Style {
  const { style, setup } = options;
  const size = style['body-size'];
  const sizes = Array.from(
    { length: Math.floor((setup.tighten ?? 0) / STEP) },
    (_, step) => size - (step + 1) * STEP,
  );
  const styles = sizes
    .filter((one) => one >= style['smallest-size'])
    .map((one) => withSizes(style, TIGHTENED, one / size));
  const pagesIn = (one: Style) => {
    const whole = sections.map(() => ({ style: one, setup }));
    return layPass(sections, whole, options, document, createReport(), undefined).laid.pages.length;
  };
  // If the smallest saves no page, none does.
  const tightest = styles.at(-1);
  const fewest = tightest ? pagesIn(tightest) : first.laid.pages.length;
  if (!tightest || fewest >= first.laid.pages.length) return style;
  return styles.slice(0, -1).find((one) => pagesIn(one) <= fewest) ?? tightest;
}

const sameMentions = (a: DocumentContext['mentions'], b: DocumentContext['mentions']) =>
  JSON.stringify([...a]) === JSON.stringify([...b]);

/** The result of laying a document out once. */
interface Pass {
  readonly laid: Laid;
  /** How its sections were set, and what came of each. */
  readonly whole: readonly WholeSection[];
  readonly sections: readonly Paginated[];
  /** The first page of each section, counted from 0. */
  readonly firstPages: readonly number[];
}

/** Lays a document out once. */
function layPass(
  sections: readonly BlockSection[],
  whole: readonly WholeSection[],
  options: LayoutOptions,
  document: DocumentContext,
  report: Report,
  memory: SectionMemory | undefined,
): Pass {
  const structure = startStructure();
  const laidSections: LaidSection[] = [];
  let next = 0;
  const firstPages: number[] = [];
  const results: Paginated[] = [];
  sections.forEach((section, index) => {
    const { style, setup: own } = whole[index]!;
    const begin = (setup: PageSetup, firstPage: number): SectionOptions => ({
      ...options,
      setup,
      style,
      structure,
      document,
      firstPage,
    });
    if (section.recto && next % 2 === 1) {
      const facing = { blocks: section.facing ?? [], recto: false };
      const filled = layOnePage(facing.blocks, begin(sectionSetup(facing, own), next), report);
      if (filled) laidSections.push({ ...filled, firstPage: next });
      next++;
    }
    const lay = memory?.lay ?? laySection;
    const paginated = lay(section.blocks, begin(sectionSetup(section, own), next), report);
    laidSections.push({ ...paginated, firstPage: next });
    results.push(paginated);
    firstPages.push(next);
    next += paginated.pages;
  });
  const context = layoutContextFor({ ...options, structure, document, firstPage: 0 }, report);
  const composed = composePages(laidSections, options.setup, context);
  const destinations = new Map(
    [...headingNames([...document.anchors.keys()])].map(([name, heading]) => [
      name,
      destinationName(document.anchors.get(heading)!),
    ]),
  );
  const mentioned = [...document.mentions.values()].flatMap((mentions) =>
    mentions.map(({ page }) => [pageDestination(page), { page, y: options.setup.margins.top }] as const),
  );
  for (const [name] of mentioned) destinations.set(name, name);
  const pages = resolveLinks(composed.pages, destinations);
  const images = embeddedImages(pages, options.pictures ?? new Map());
  return {
    laid: {
      ...composed,
      destinations: { ...composed.destinations, ...Object.fromEntries(mentioned) },
      pages,
      structure: finishStructure(structure),
      images,
    },
    whole,
    sections: results,
    firstPages,
  };
}
