import type { Slot, StructureNode } from '../../pages/laid.ts';
import type { PdfDocument, Reference } from './pdf-document.ts';

/** A marked stretch of a page's content. */
interface Marked {
  readonly page: Reference;
  readonly id: number;
}

/** The structure tree of a file, which has one part or several. */
export interface TreeWriter {
  /**
   * Begins the part whose pages are painted next.
   * @param suffix stands behind its identifiers
   */
  begin(root: StructureNode, suffix: string): PartWriter;
  /** Writes what stands above the parts. */
  finish(): void;
}

/** A part of the tree while its pages are painted: it hands out marked-content numbers, and is written when all are known. */
export interface PartWriter {
  /** Begins a stretch of content of a slot on the current page. @returns its role and number */
  mark(slot: number): { role: string; id: number };
  /** Says that an annotation on the current page belongs to a node. @returns the annotation's StructParent */
  annotate(node: number, annotation: Reference): number;
  /** Says where on the current page a Figure stands: left, bottom, right, top. */
  place(node: number, box: readonly number[]): void;
  /** Writes the part, and keeps nothing of it. */
  finish(): void;
}

/** What parts leave behind. */
interface Left {
  /** The elements that have identifiers. */
  readonly identified: { id: string; element: Reference }[];
  /** What a part stands in. */
  readonly above: Reference;
}

/** @param many whether the file has several parts, which then stand in one Document */
export function openTree(document: PdfDocument, many: boolean): TreeWriter {
  const tree = document.getStructTreeRoot();
  const whole = many ? document.ref({}) : undefined;
  const roots: Reference[] = [];
  const left: Left = { identified: [], above: whole ?? tree };
  return {
    begin(root, suffix) {
      const part = beginPart(document, many ? { ...root, role: 'Part' } : root, suffix, left);
      roots.push(part.root);
      return part;
    },
    finish() {
      if (whole) {
        Object.assign(whole.data, { Type: 'StructElem', S: 'Document', P: tree, K: roots });
        whole.end();
      }
      tree.data['K'] = whole ? [whole] : roots;
      const ids = left.identified.sort((a, b) => (a.id < b.id ? -1 : 1));
      if (ids.length > 0)
        tree.data['IDTree'] = { Names: ids.flatMap(({ id, element }) => [new String(id), element]) };
    },
  };
}

/** The content of an element that is written: the parent tree and links name it by its number alone. */
const WRITTEN: Record<string, unknown> = {};

function beginPart(
  document: PdfDocument,
  root: StructureNode,
  suffix: string,
  { identified, above }: Left,
): PartWriter & { root: Reference } {
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
      ...(node.id !== undefined && { ID: new String(node.id + suffix) }),
      ...attributes(node, boxes.get(node.node)),
      K: kidsOf(node, home),
    });
    for (const child of node.children) if ('role' in child) write(child, element);
    element.end();
    element.data = WRITTEN;
    if (node.id !== undefined) identified.push({ id: node.id + suffix, element });
  };

  return {
    root: elements.get(root.node)!,
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
      write(root, above);
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
