import type { Block } from '../blocks/block.ts';

/** The blocks between two page breaks. */
export interface BlockSection {
  readonly blocks: readonly Block[];
  /** Whether they begin on a right-hand page. */
  readonly recto: boolean;
  /** Whether they begin on a left-hand page if they take several pages and that needs no more sheets. */
  readonly spread?: boolean;
  /** Whether they follow on from the section before where that saves a page. */
  readonly spare?: boolean;
  /** Whether they do, since that needs none. */
  readonly verso?: boolean;
  /** The number of its columns, if it has its own. */
  readonly columns?: number;
  /** What is printed on the left-hand page before it, if that would be blank. */
  readonly facing?: readonly Block[];
}

/** Divides a document’s blocks at its page breaks. Empty sections are left out. */
export function splitAtPageBreaks(blocks: readonly Block[]): BlockSection[] {
  const sections: (BlockSection & { blocks: Block[] })[] = [{ blocks: [], recto: false }];
  for (const block of blocks) {
    if (block.kind === 'page-break') {
      const { recto, spread, spare, columns, facing } = block;
      sections.push({
        blocks: [],
        recto,
        ...(spread && { spread }),
        ...(spare && { spare }),
        ...(columns && { columns }),
        ...(facing && { facing }),
      });
    } else sections.at(-1)!.blocks.push(block);
  }
  return sections.filter((section) => section.blocks.length > 0);
}
