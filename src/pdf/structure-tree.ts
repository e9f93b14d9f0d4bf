import type { Slot, StructureNode } from '../pages/laid.ts';
import type { PdfDocument, Reference } from './pdf-document.ts';

/** A marked stretch of a page's content. */
interface Marked {
  readonly page: Reference;
  readonly id: number;
}

/** The structure tree while pages are painted: it hands out marked-content numbers, and is written when all are known. */
export interface TreeWriter {
  /** Begins a stretch of content of a slot on the current page. @returns its role and number */
  mark(slot: number): { role: string; id: number };
  /** Says that an annotation on the current page belongs to a node. @returns the annotation's StructParent */
  annotate(node: number, annotation: Reference): number;
  /** Says where on the current page a Figure stands: left, bottom, right, top. */
  place(node: number, box: readonly number[]): void;
  /** Writes the tree. */
  finish(): void;
}

export function writeTree(document: PdfDocument, root: StructureNode): TreeWriter {
  const elements = new Map<number, Reference>();
  const owners = new Map<number, StructureNode>();
  const marked = new Map<number, Marked[]>();
  const annotated = new Map<number, { page: Reference; annotation: Reference }[]>();
  const boxes = new Map<number, readonly number[]>();
  const parents = document.getStructParentTree();

  const prepare = (node: StructureNode) => {
    elements.set(node.node, document.ref({}));
    for (const child of node.children) {
      if ('slot' in child) owners.set(child.slot, node);
      else prepare(child);
    }
  };
  prepare(root);

  const kidsOf = (node: StructureNode, home: Reference | undefined): unknown[] => [
    ...node.children.flatMap((child): unknown[] =>
      'slot' in child ? slotKids(child, home) : [elements.get(child.node)],
    ),
    ...(annotated.get(node.node) ?? []).map(({ page, annotation }) => ({
      Type: 'OBJR',
      Obj: annotation,
      Pg: page,
    })),
  ];
  const slotKids = ({ slot }: Slot, home: Reference | undefined): unknown[] =>
    (marked.get(slot) ?? []).map(({ page, id }) =>
      page === home ? id : { Type: 'MCR', Pg: page, MCID: id },
    );

  const write = (node: StructureNode, parent: Reference) => {
    const element = elements.get(node.node)!;
    const home = node.children.flatMap((child) => ('slot' in child ? (marked.get(child.slot) ?? []) : []))[0]
      ?.page;
    Object.assign(element.data, {
      Type: 'StructElem',
      S: node.role,
      P: parent,
      ...(home && { Pg: home }),
      ...(node.alt !== undefined && { Alt: new String(node.alt) }),
      ...(node.lang !== undefined && { Lang: new String(node.lang) }),
      ...(node.id !== undefined && { ID: new String(node.id) }),
      ...attributes(node, boxes.get(node.node)),
      K: kidsOf(node, home),
    });
    for (const child of node.children) if ('role' in child) write(child, element);
    element.end();
  };

  return {
    mark(slot) {
      const owner = owners.get(slot);
      if (!owner) throw new Error(`slot ${slot} is not in the structure`);
      const { dictionary, structParentTreeKey } = document.page;
      const list = parents.get(structParentTreeKey);
      const id = list.length;
      list.push(elements.get(owner.node));
      marked.set(slot, [...(marked.get(slot) ?? []), { page: dictionary, id }]);
      return { role: owner.role, id };
    },
    annotate(node, annotation) {
      const key = document.createStructParentTreeNextKey();
      parents.add(key, elements.get(node));
      annotated.set(node, [...(annotated.get(node) ?? []), { page: document.page.dictionary, annotation }]);
      return key;
    },
    place(node, box) {
      boxes.set(node, box);
    },
    finish() {
      const tree = document.getStructTreeRoot();
      write(root, tree);
      tree.data['K'] = [elements.get(root.node)];
      const ids = identified(root).sort((a, b) => (a.id < b.id ? -1 : 1));
      if (ids.length > 0)
        tree.data['IDTree'] = { Names: ids.flatMap(({ id, node }) => [new String(id), elements.get(node)]) };
    },
  };
}

function attributes(node: StructureNode, box: readonly number[] | undefined): { A?: unknown } {
  if (box) return { A: { O: 'Layout', BBox: box, Placement: 'Block' } };
  if (node.numbering) return { A: { O: 'List', ListNumbering: node.numbering } };
  if (node.scope || node.span)
    return {
      A: {
        O: 'Table',
        ...(node.scope && { Scope: node.scope }),
        ...(node.span?.columns && { ColSpan: node.span.columns }),
        ...(node.span?.rows && { RowSpan: node.span.rows }),
      },
    };
  return {};
}

function identified(node: StructureNode): { id: string; node: number }[] {
  const own = node.id === undefined ? [] : [{ id: node.id, node: node.node }];
  return [...own, ...node.children.flatMap((child) => ('role' in child ? identified(child) : []))];
}
