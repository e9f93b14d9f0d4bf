import type { Role, Slot, StructureNode } from '../../pages/laid.ts';

type Attributes = Omit<StructureNode, 'node' | 'role' | 'children'>;

/** A structure tree while it grows: layout adds to it in logical order. */
export interface DraftNode extends Attributes {
  readonly node: number;
  readonly role: Role;
  readonly children: (DraftNode | Slot)[];
  /** Numbers of nodes and slots, shared by the whole tree. */
  readonly counter: { nodes: number; slots: number };
}

export function startStructure(): DraftNode {
  return { node: 0, role: 'Document', children: [], counter: { nodes: 1, slots: 0 } };
}

/** Adds a node at the end of a parent's children. */
export function addNode(parent: DraftNode, role: Role, attributes: Attributes = {}): DraftNode {
  const child: DraftNode = {
    node: parent.counter.nodes++,
    role,
    children: [],
    counter: parent.counter,
    ...attributes,
  };
  parent.children.push(child);
  return child;
}

/** Adds a place for marks at the end of a node's children. */
export function addSlot(parent: DraftNode): { readonly slot: number } {
  const slot = { slot: parent.counter.slots++ };
  parent.children.push(slot);
  return slot;
}

/** The tree as plain data. */
export function finishStructure(draft: DraftNode): StructureNode {
  const { counter: _, children, ...rest } = draft;
  return { ...rest, children: children.map((child) => ('slot' in child ? child : finishStructure(child))) };
}
