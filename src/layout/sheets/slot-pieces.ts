import type { Slot, StructureNode } from '../../pages/laid.ts';

/** The slots of a structure, divided as their marks are distributed over tiles. */
interface SlotPieces {
  /** Gives the new slot for the next marks of an old slot in a place; a different place begins a new slot. */
  pieceOf(slot: number, place: string): number;
  /** Gives the structure with each old slot replaced by its new ones, in the order they were asked for. */
  structure(): StructureNode;
}

/** Starts dividing the slots of a structure. */
export function createSlotPieces(root: StructureNode): SlotPieces {
  const pieces = new Map<number, { slot: number; place: string }[]>();
  let last = slotsIn(root).reduce((most, slot) => Math.max(most, slot), 0);
  const divided = (node: StructureNode): StructureNode => ({
    ...node,
    children: node.children.flatMap((child): (StructureNode | Slot)[] =>
      'slot' in child
        ? (pieces.get(child.slot) ?? []).map(({ slot }) => ({ ...child, slot }))
        : [divided(child)],
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
