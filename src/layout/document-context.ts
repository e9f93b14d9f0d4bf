import type { Block, Contents, Heading } from '../blocks/block.ts';
import { headingsIn } from '../blocks/check-headings.ts';
import type { LayoutContext } from './strips/layout-context.ts';

/** What setting a block needs to know about the whole document. */
export type DocumentContext = Pick<
  LayoutContext,
  'anchors' | 'entryLevel' | 'levels' | 'contentsAfter' | 'mentions'
>;

/** Collects what setting needs to know about a document; the mentions of index terms are found later. */
export const documentContext = (blocks: readonly Block[]): DocumentContext => {
  const headings = headingsIn(blocks);
  return {
    anchors: new Map(headings.map((heading, index) => [heading, index + 1])),
    entryLevel: blocks.find((block) => block.kind === 'contents')?.depth ?? 0,
    levels: structureLevels(headings),
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
