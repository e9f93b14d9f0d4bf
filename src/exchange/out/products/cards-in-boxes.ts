import type { Block } from '../../../blocks/block.ts';
import { splitAtPageBreaks } from '../../../layout/block-sections.ts';
import type { ProductOut } from '../product-out.ts';

/** The ways of putting pages on sheets by which each page is something to cut out. */
const CUT_OUT: readonly (string | undefined)[] = ['cards', 'bookmarks'];

/** Puts cards and bookmarks into boxes, one below another: for other programs each would be a page of its own. */
export function withCardsInBoxes(product: ProductOut): ProductOut {
  if (!CUT_OUT.includes(product.imposition)) return product;
  const blocks = splitAtPageBreaks(product.blocks).map((card): Block => {
    const inside = card.blocks.filter(({ kind }) => kind !== 'space');
    return { kind: 'box', at: card.blocks[0]!.at, tone: 'frame', blocks: inside };
  });
  return { ...product, blocks };
}
