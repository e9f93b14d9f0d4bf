import type { Block } from '../blocks/block.ts';
import { createReport, type Report } from '../diagnostics/report.ts';
import { mm } from '../pages/length.ts';
import type { DocumentContext } from './document-context.ts';
import type { LayoutOptions } from './layout-options.ts';
import { columnWidth, pageFrame, textArea } from './paging/page-frame.ts';
import { type Paginated, paginate } from './paging/paginate.ts';
import { setBlocks } from './strips/blocks/set-blocks.ts';
import { setNote } from './strips/blocks/set-note.ts';
import { horizontalRule } from './strips/horizontal-rule.ts';
import type { LayoutContext } from './strips/layout-context.ts';
import { type Strip, strip } from './strips/strip.ts';
import { type DraftNode, detachedNode } from './strips/structure-draft.ts';
import { ruleStroke } from './style/rule-stroke.ts';
import type { Style } from './style/style.ts';

/** What laying out one section needs besides its blocks. */
export interface SectionOptions extends LayoutOptions {
  /** The structure tree that its nodes are added to. */
  readonly structure: DraftNode;
  readonly document: DocumentContext;
  /** The page that it begins on, counted from 0. */
  readonly firstPage: number;
}

/** Gives the context in which the blocks of a section are set. */
export function layoutContextFor(
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
    ...(setup.marginColumn && {
      wide: { columnWidth: columnWidth(setup), width: textArea(setup, 0).width },
    }),
    setBlocks,
    setNote: (note) => setNote(note, columnWidth(setup), context),
    frameHeight: setup.height - setup.margins.top - setup.margins.bottom,
    ...(setup.overhang && { overhang: { columnWidth: columnWidth(setup), each: setup.overhang } }),
    ...(setup.dividesAnswers && { dividesAnswers: true }),
    pictures,
    nextBackdrop: () => backdrops++,
  };
  return context;
}

/** Sets the blocks of one section and divides them into pages. */
export const laySection = (blocks: readonly Block[], options: SectionOptions, report: Report): Paginated =>
  paginateStrips(setSection(blocks, options, report), options, report);

/** Sets the blocks of one section. The page that it begins on makes no difference, nor does how short its pages are. */
export const setSection = (blocks: readonly Block[], options: SectionOptions, report: Report): Strip[] =>
  setBlocks(blocks, columnWidth(options.setup), layoutContextFor(options, report));

/** Divides the strips of one section into pages. */
export function paginateStrips(
  strips: readonly Strip[],
  { setup, style, firstPage }: SectionOptions,
  report: Report,
): Paginated {
  const frame = (index: number) => pageFrame(index, firstPage, setup);
  const { leastFilled } = setup;
  const rule = noteRule(columnWidth(setup), style);
  return paginate({ strips, frame, noteRule: rule, ...(leastFilled && { leastFilled }) }, report);
}

/** Sets blocks on a page of their own. @returns undefined if there are none, or if one page cannot hold them */
export function layOnePage(
  blocks: readonly Block[],
  options: SectionOptions,
  report: Report,
): Paginated | undefined {
  if (blocks.length === 0) return undefined;
  const trial = laySection(
    blocks,
    { ...options, structure: detachedNode(options.structure) },
    createReport(),
  );
  return trial.pages === 1 ? laySection(blocks, options, report) : undefined;
}

/** Draws the short rule above footnotes. */
function noteRule(width: number, style: Style): Strip {
  const y = style['paragraph-gap'];
  const rule = horizontalRule(0, y, Math.min(width / 3, mm(50)), ruleStroke(style));
  return strip({ file: '', line: 1, column: 1 }, y * 1.6, [rule]);
}
