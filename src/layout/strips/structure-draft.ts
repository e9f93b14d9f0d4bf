import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Role, Slot, StructureNode } from '../../pages/laid.ts';

type Attributes = Omit<StructureNode, 'node' | 'role' | 'children'>;

/** A structure tree under construction. Layout adds to it in logical order. */
export interface DraftNode extends Attributes {
  readonly node: number;
  readonly role: Role;
  readonly children: (DraftNode | Slot)[];
  /** The next numbers for nodes and slots, shared by the whole tree. */
  readonly counter: { nodes: number; slots: number };
}

/** Starts a structure tree with only its root. */
export function startStructure(): DraftNode {
  return { node: 0, role: 'Document', children: [], counter: { nodes: 1, slots: 0 } };
}

/** Adds a node to the end of a parent’s children. */
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

/** Adds a slot for marks to the end of a node’s children. @param at where their content was written */
export function addSlot(parent: DraftNode, at: Place): { readonly slot: number } {
  const slot = parent.counter.slots++;
  parent.children.push({ slot, at });
  // Marks refer to the number alone.
  return { slot };
}

/** Starts a part of a tree that never joins it: for what is drawn, but has nothing that could be read out. */
export const detachedNode = ({ counter }: DraftNode): DraftNode => ({
  node: counter.nodes++,
  role: 'Div',
  children: [],
  counter,
});

/**
 * Gives the finished tree as plain data, without nodes that hold nothing: a screen reader would stop at them. The label of a
 * list item that has nothing else is its body.
 */
export function finishStructure(draft: DraftNode): StructureNode {
  const { counter: _, children, ...rest } = draft;
  const kept = children.filter((child) => 'slot' in child || holdsSomething(child));
  const [only] = kept;
  const isOnlyLabel =
    draft.role === 'LI' && kept.length === 1 && only && 'role' in only && only.role === 'Lbl';
  return {
    ...rest,
    children: kept.map((child) => {
      if ('slot' in child) return child;
      return finishStructure(isOnlyLabel ? { ...child, role: 'LBody' } : child);
    }),
  };
}

/** Whether there is content in a node. A cell counts even if it is empty, since its row needs it. */
const holdsSomething = ({ role, children }: DraftNode): boolean =>
  role === 'TH' || role === 'TD' || children.some((child) => 'slot' in child || holdsSomething(child));
