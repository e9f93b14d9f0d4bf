import type { Block } from '../blocks/block.ts';
import type { Style } from '../blocks/style.ts';
import { createReport, type Report } from '../diagnostics/report.ts';
import type { FontBook } from '../fonts/font-book.ts';
import type { Laid } from '../pages/laid.ts';
import { composePages, textArea } from './compose-pages.ts';
import { fitSections } from './fit-sections.ts';
import type { Fit, PageSetup } from './page-setup.ts';
import { type Paginated, paginate } from './paginate.ts';
import { setBlocks } from './set-blocks.ts';
import { type Setting, withSizes } from './setting.ts';
import type { Frame } from './strip.ts';
import { type DraftNode, finishStructure, startStructure } from './structure-draft.ts';

/** What layout needs besides blocks. */
export interface LayoutOptions {
  readonly setup: PageSetup;
  readonly style: Style;
  readonly fonts: FontBook;
}

/**
 * Lays blocks out on pages.
 * Reports what does not fit, at the place where it was written; the pages are whole even then, so that all problems
 * of a document come out together.
 */
export function layOut(blocks: readonly Block[], options: LayoutOptions, report: Report): Laid {
  const { setup, fonts } = options;
  const sections = splitAtPageBreaks(blocks);
  const styles = setup.fit
    ? fittedStyles(sections, setup.fit, options, report)
    : sections.map(() => options.style);
  const structure = startStructure();
  const paginated = sections.map((section, index) =>
    laySection(section, { setup, fonts, style: styles[index]!, structure }, report),
  );
  const setting = settingFor({ setup, fonts, style: options.style, structure }, report);
  const composed = composePages(paginated, setup, setting);
  return { ...composed, structure: finishStructure(structure), images: [] };
}

function splitAtPageBreaks(blocks: readonly Block[]): Block[][] {
  const sections: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'page-break') sections.push([]);
    else sections.at(-1)!.push(block);
  }
  return sections.filter((section) => section.length > 0);
}

interface SectionOptions extends LayoutOptions {
  readonly structure: DraftNode;
}

function settingFor({ style, fonts, structure, setup }: SectionOptions, report: Report): Setting {
  let backdrops = 0;
  return {
    style,
    fonts,
    report,
    parent: structure,
    asideWidth: setup.marginColumn?.width ?? 0,
    nextBackdrop: () => backdrops++,
  };
}

function laySection(blocks: readonly Block[], options: SectionOptions, report: Report): Paginated {
  const { setup } = options;
  const width = columnWidth(setup);
  const strips = setBlocks(blocks, width, settingFor(options, report));
  return paginate({ strips, frame: (index) => frameOf(index, setup) }, report);
}

function columnWidth(setup: PageSetup): number {
  const area =
    textArea(setup, 0).width - (setup.marginColumn ? setup.marginColumn.width + setup.marginColumn.gap : 0);
  const { count, gap } = setup.columns;
  return (area - gap * (count - 1)) / count;
}

/** The nth frame of a section: columns from left to right, then the next page. */
function frameOf(index: number, setup: PageSetup): Frame {
  const { count, gap } = setup.columns;
  const page = Math.floor(index / count);
  const { left, width: area } = textArea(setup, page);
  const width = columnWidth(setup);
  return {
    page,
    x: left + (index % count) * (width + gap),
    y: setup.margins.top,
    width,
    height: setup.height - setup.margins.top - setup.margins.bottom,
    ...(setup.marginColumn && { asideX: left + area - setup.marginColumn.width }),
  };
}

/** For each section the style whose sizes make it fit; what does not fit at the smallest is reported. */
function fittedStyles(
  sections: readonly Block[][],
  fit: Fit,
  options: LayoutOptions,
  report: Report,
): Style[] {
  const first = `${fit.looks[0] ?? 'body'}-size` as keyof Style;
  const largest = Number(options.style[first]);
  const styleAt = (size: number) => withSizes(options.style, fit.looks, size / largest);
  const pagesOf = (tried: readonly Block[][], size: number) =>
    tried.reduce(
      (sum, section) =>
        sum +
        laySection(section, { ...options, style: styleAt(size), structure: startStructure() }, createReport())
          .pages,
      0,
    );

  const units = fit.each === 'section' ? sections.map((section) => [section]) : [sections as Block[][]];
  const fitted = fitSections(
    units.length,
    largest,
    fit,
    (unit, size) => pagesOf(units[unit]!, size) <= fit.pages,
  );
  fitted.forEach(({ fits, size }, unit) => {
    if (fits) return;
    const block = units[unit]![0]![0]!;
    const pages = pagesOf(units[unit]!, size);
    if (fit.each === 'section')
      report.add(
        'card-overflow',
        block.at,
        `This does not fit on one card, even at the smallest size allowed (${size} points).`,
        'Shorten it.',
      );
    else
      report.add(
        'pages-overflow',
        block.at,
        `This fills ${pages} pages, and ${fit.pages} is the most it may, even at the smallest size allowed (${size} points).`,
        'Shorten it, or allow more pages in the template’s “fit”.',
      );
  });
  return sections.map((_, index) => styleAt(fitted[fit.each === 'section' ? index : 0]!.size));
}
