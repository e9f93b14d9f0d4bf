import type { Slot, StructureNode } from '../../pages/laid.ts';

/** Slots of a structure that are divided while their marks are dealt out. */
export interface SlotPieces {
  /** The slot for the next marks of an old one that stand in one place; another place begins another slot. */
  pieceOf(slot: number, place: string): number;
  /** The structure with the new slots, in the order in which they were asked for, where the old ones were. */
  structure(): StructureNode;
}

export function createSlotPieces(root: StructureNode): SlotPieces {
  const pieces = new Map<number, { slot: number; place: string }[]>();
  let last = slotsIn(root).reduce((most, slot) => Math.max(most, slot), 0);
  const divided = (node: StructureNode): StructureNode => ({
    ...node,
    children: node.children.flatMap((child): (StructureNode | Slot)[] =>
      'slot' in child ? (pieces.get(child.slot) ?? []).map(({ slot }) => ({ slot })) : [divided(child)],
    ),
  });
  return {
    pieceOf(slot, place) {
      const known = pieces.get(slot) ?? [];
      if (known.at(-1)?.place !== place) known.push({ slot: ++last, place });
      pieces.set(slot, known);
      return known.at(-1)!.slot;
    },
    structure: () => divided(root),
  };
}

const slotsIn = (node: StructureNode): number[] =>
  node.children.flatMap((child) => ('slot' in child ? [child.slot] : slotsIn(child)));
