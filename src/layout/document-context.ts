import type { Block, Contents, Heading, List } from '../blocks/block.ts';
import { headingsIn } from '../blocks/check-headings.ts';
import { innerBlocks } from '../blocks/inner-blocks.ts';
import type { LayoutContext } from './strips/layout-context.ts';

/** What setting a block needs to know about the whole document. */
export type DocumentContext = Pick<
  LayoutContext,
  'anchors' | 'entryLevel' | 'levels' | 'partLevels' | 'contentsAfter' | 'mentions'
>;

/** Collects what setting needs to know about a document; the mentions of index terms are found later. */
export const documentContext = (blocks: readonly Block[]): DocumentContext => {
  const headings = headingsIn(blocks);
  const levels = structureLevels(headings);
  return {
    anchors: new Map(headings.map((heading, index) => [heading, index + 1])),
    entryLevel: blocks.find((block) => block.kind === 'contents')?.depth ?? 0,
    levels,
    partLevels: partLevels(blocks, levels),
    contentsAfter: contentsAfter(blocks),
    mentions: new Map(),
  };
};

/** Gives heading levels that skip none: each is at most one more than that of the heading before. */
function structureLevels(headings: readonly Heading[]): Map<Heading, Heading['level']> {
  let before = 0;
  return new Map(
    headings.map((heading) => {
      before = Math.min(heading.level, before + 1);
      return [heading, before as Heading['level']];
    }),
  );
}

/** The lowest level of heading that there is. */
const LOWEST = 6;

/** Gives the level of the labels that are headings: one below the heading before, and one more for parts in parts. */
function partLevels(
  blocks: readonly Block[],
  levels: ReadonlyMap<Heading, Heading['level']>,
): Map<List, Heading['level']> {
  const found = new Map<List, Heading['level']>();
  let above = 0;
  const visit = (block: Block, depth: number) => {
    if (block.kind === 'heading') above = levels.get(block) ?? above;
    const isParts = block.kind === 'list' && block.labels?.parts !== undefined;
    if (isParts) found.set(block, Math.min(LOWEST, above + 1 + depth) as Heading['level']);
    for (const inner of innerBlocks(block).flat()) visit(inner, isParts ? depth + 1 : depth);
  };
  for (const block of blocks) visit(block, 0);
  return found;
}

/** Counts the headings before each table of contents. */
function contentsAfter(blocks: readonly Block[]): Map<Contents, number> {
  let headings = 0;
  const found = new Map<Contents, number>();
  for (const block of blocks) {
    if (block.kind === 'contents') found.set(block, headings);
    headings += headingsIn([block]).length;
  }
  return found;
}
