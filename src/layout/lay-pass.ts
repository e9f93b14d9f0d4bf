import { headingNames } from '../blocks/heading-names.ts';
import { createReport, type Report } from '../diagnostics/report.ts';
import type { Laid } from '../pages/laid.ts';
import type { BlockSection } from './block-sections.ts';
import type { DocumentContext } from './document-context.ts';
import { layOnePage, layoutContextFor, type SectionOptions } from './lay-section.ts';
import type { LayoutOptions } from './layout-options.ts';
import { composePages, type LaidSection, pagesFor } from './paging/compose-pages.ts';
import { embeddedImages } from './paging/embedded-images.ts';
import type { PageSetup } from './paging/page-setup.ts';
import type { Paginated } from './paging/paginate.ts';
import { resolveLinks } from './paging/resolve-links.ts';
import type { SectionMemory } from './section-memory.ts';
import { sectionSetup } from './section-setup.ts';
import { destinationName, pageDestination } from './strips/blocks/set-references.ts';
import { finishStructure, startStructure } from './strips/structure-draft.ts';
import type { WholeSection } from './whole-pages.ts';

/** What comes of laying a document out, as far as choosing between ways to do so needs to know. */
export interface Trial {
  readonly pages: number;
  readonly sections: readonly Paginated[];
  /** The first page of each section, counted from 0. */
  readonly firstPages: readonly number[];
}

/** Lays a document out once. @param whole how each of its sections is set */
export function layPass(
  sections: readonly BlockSection[],
  whole: readonly WholeSection[],
  options: LayoutOptions,
  document: DocumentContext,
  report: Report,
  memory: SectionMemory,
): Laid {
  const structure = startStructure();
  const shared = { ...options, structure, document };
  const { laidSections } = laySections(sections, whole, shared, report, memory);
  const context = layoutContextFor({ ...shared, firstPage: 0 }, report);
  const composed = composePages(laidSections, options.setup, context);
  const mentioned = [...document.mentions.values()].flatMap((mentions) =>
    mentions.map(({ page }) => [pageDestination(page), { page, y: options.setup.margins.top }] as const),
  );
  const destinations = new Map(
    [...headingNames([...document.anchors.keys()])].map(([name, heading]) => [
      name,
      destinationName(document.anchors.get(heading)!),
    ]),
  );
  for (const [name] of mentioned) destinations.set(name, name);
  const pages = resolveLinks(composed.pages, destinations);
  const images = embeddedImages(pages, options.pictures ?? new Map());
  return {
    ...composed,
    destinations: { ...composed.destinations, ...Object.fromEntries(mentioned) },
    pages,
    structure: finishStructure(structure),
    images,
  };
}

/** Lays a document out without composing its pages, and reports nothing. @param whole how each of its sections is set */
export function tryPass(
  sections: readonly BlockSection[],
  whole: readonly WholeSection[],
  options: LayoutOptions,
  document: DocumentContext,
  memory: SectionMemory,
): Trial {
  const shared = { ...options, structure: startStructure(), document };
  const { filled, results, firstPages } = laySections(sections, whole, shared, createReport(), memory);
  return { pages: pagesFor(filled, options.setup), sections: results, firstPages };
}

/** Lays out sections one after another, and the pages before those that begin on a right-hand page. */
function laySections(
  sections: readonly BlockSection[],
  whole: readonly WholeSection[],
  shared: Omit<SectionOptions, 'firstPage'>,
  report: Report,
  memory: SectionMemory,
) {
  const laidSections: LaidSection[] = [];
  const results: Paginated[] = [];
  const firstPages: number[] = [];
  let next = 0;
  for (const [index, section] of sections.entries()) {
    const { style, setup: own } = whole[index]!;
    const begin = (setup: PageSetup): SectionOptions => ({ ...shared, setup, style, firstPage: next });
    if (section.verso && next % 2 === 0) next++;
    if (section.recto && next % 2 === 1) {
      const facing = { blocks: section.facing ?? [], recto: false };
      const filled = layOnePage(facing.blocks, begin(sectionSetup(facing, own)), report);
      if (filled) laidSections.push({ ...filled, firstPage: next });
      next++;
    }
    const paginated = memory.lay(section.blocks, begin(sectionSetup(section, own)), report);
    laidSections.push({ ...paginated, firstPage: next });
    results.push(paginated);
    firstPages.push(next);
    next += paginated.pages;
  }
  return { laidSections, results, firstPages, filled: next };
}
