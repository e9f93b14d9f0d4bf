import type { Block } from '../blocks/block.ts';
import { innerBlocks } from '../blocks/inner-blocks.ts';
import type { BlockSection } from './block-sections.ts';
import type { PageSetup } from './paging/page-setup.ts';

/** The share of the margin column that goes to the text where nothing is beside it: longer lines would be hard to read. */
const SHARE = 1 / 3;

/**
 * Gives the page setup of one section. One with columns of its own has no margin column. Nor has one with nothing beside its
 * text: that text is a little wider and in the middle, and its tables may use the rest of the room.
 */
export function sectionSetup({ blocks, columns }: BlockSection, setup: PageSetup): PageSetup {
  if (columns !== undefined) {
    const { marginColumn: _, overhang: __, ...rest } = setup;
    return { ...rest, columns: { ...setup.columns, count: setup.divisible === true ? columns : 1 } };
  }
  const { marginColumn, ...rest } = setup;
  if (!marginColumn || blocks.some(isBeside)) return setup;
  const free = marginColumn.width + marginColumn.gap;
  const each = setup.columns.count > 1 ? 0 : (free * (1 - SHARE)) / 2;
  const { inner, outer } = setup.margins;
  return {
    ...rest,
    margins: { ...setup.margins, inner: inner + each, outer: outer + each },
    ...(each > 0 && { overhang: each }),
  };
}

const isBeside = (block: Block): boolean =>
  block.kind === 'aside' || innerBlocks(block).some((inner) => inner.some(isBeside));
