import type { Slot, StructureNode } from '../../pages/laid.ts';
import type { PdfDocument, Reference } from './pdf-document.ts';

/** A marked stretch of a page's content. */
interface MarkedStretch {
  readonly page: Reference;
  readonly mcid: number;
}

/** The structure tree of a file, which has one part or several. */
interface TreeWriter {
  /**
   * Begins the part whose pages are painted next.
   * @param suffix is added to its identifiers
   */
  begin(root: StructureNode, suffix: string): PartWriter;
  /** Writes what is above the parts. */
  finish(): void;
}

/**
 * A part of the tree while its pages are painted: it gives out marked-content numbers, and is written when all are
 * known.
 */
export interface PartWriter {
  /** Begins a stretch of content of a slot on the current page. @returns its role and number */
  mark(slot: number): { role: string; id: number };
  /** Notes that an annotation on the current page belongs to a node. @returns the annotation's StructParent */
  annotate(node: number, annotation: Reference): number;
  /** Notes where on the current page a Figure is: left, bottom, right, top. */
  place(node: number, box: readonly number[]): void;
  /** Writes the part, and keeps nothing of it. */
  finish(): void;
}

interface IdentifiedElement {
  readonly id: string;
  readonly element: Reference;
}

/** @param hasParts whether the file has several parts, which then belong to one Document */
export function openTree(document: PdfDocument, hasParts: boolean): TreeWriter {
  const tree = document.getStructTreeRoot();
  const whole = hasParts ? document.ref({}) : undefined;
  const roots: Reference[] = [];
  const identified: IdentifiedElement[] = [];
  return {
    begin(root, suffix) {
      const part = openPart(document, hasParts ? { ...root, role: 'Part' } : root, suffix, identified);
      roots.push(part.elements.get(root.node)!);
      return partWriter(part, whole ?? tree);
    },
    finish() {
      if (whole) {
        Object.assign(whole.data, { Type: 'StructElem', S: 'Document', P: tree, K: roots });
        whole.end();
      }
      tree.data['K'] = whole ? [whole] : roots;
      const ids = identified.sort((a, b) => (a.id < b.id ? -1 : 1));
      if (ids.length > 0)
        tree.data['IDTree'] = { Names: ids.flatMap(({ id, element }) => [new String(id), element]) };
    },
  };
}

/** A part, and what is known of it so far. Nodes and slots are named by their numbers. */
interface Part {
  readonly document: PdfDocument;
  readonly root: StructureNode;
  readonly suffix: string;
  readonly elements: Map<number, Reference>;
  /** The node of each slot. */
  readonly owners: Map<number, StructureNode>;
  /** The stretches of each slot. */
  readonly marked: Map<number, MarkedStretch[]>;
  /** The annotations of each node. */
  readonly annotated: Map<number, { page: Reference; annotation: Reference }[]>;
  /** The boxes of Figures. */
  readonly boxes: Map<number, readonly number[]>;
  /** The elements of the whole file that have identifiers. */
  readonly identified: IdentifiedElement[];
}

function openPart(
  document: PdfDocument,
  root: StructureNode,
  suffix: string,
  identified: IdentifiedElement[],
): Part {
  const elements = new Map<number, Reference>();
  const owners = new Map<number, StructureNode>();
  const prepare = (node: StructureNode) => {
    elements.set(node.node, document.ref({}));
    for (const child of node.children) {
      if ('slot' in child) owners.set(child.slot, node);
      else prepare(child);
    }
  };
  prepare(root);
  return {
    document,
    root,
    suffix,
    elements,
    owners,
    marked: new Map(),
    annotated: new Map(),
    boxes: new Map(),
    identified,
  };
}

/** @param parent the element that the part belongs to */
function partWriter(part: Part, parent: Reference): PartWriter {
  const { document, root, elements, owners, marked, annotated, boxes } = part;
  const parentTree = document.getStructParentTree();
  return {
    mark(slot) {
      const owner = owners.get(slot);
      if (!owner) throw new Error(`slot ${slot} is not in the structure`);
      const { dictionary, structParentTreeKey } = document.page;
      const list = parentTree.get(structParentTreeKey);
      const mcid = list.length;
      list.push(elements.get(owner.node));
      marked.set(slot, [...(marked.get(slot) ?? []), { page: dictionary, mcid }]);
      return { role: owner.role, id: mcid };
    },
    annotate(node, annotation) {
      const key = document.createStructParentTreeNextKey();
      parentTree.add(key, elements.get(node));
      annotated.set(node, [...(annotated.get(node) ?? []), { page: document.page.dictionary, annotation }]);
      return key;
    },
    place(node, box) {
      boxes.set(node, box);
    },
    finish() {
      writeElement(root, parent, part);
    },
  };
}

/** The content of an element that is written: the parent tree and links name it by its number alone. */
const WRITTEN: Record<string, unknown> = {};

function writeElement(node: StructureNode, parent: Reference, part: Part): void {
  const { elements, marked, boxes, suffix, identified } = part;
  const element = elements.get(node.node)!;
  const stretches = node.children.flatMap((child) => ('slot' in child ? (marked.get(child.slot) ?? []) : []));
  const page = stretches[0]?.page;
  const text = isPlain(node, part) ? plainElement(node, parent, page, part) : undefined;
  if (text !== undefined) element.text = text;
  else
    Object.assign(element.data, {
      Type: 'StructElem',
      S: node.role,
      P: parent,
      ...(page && { Pg: page }),
      ...(node.alt !== undefined && { Alt: new String(node.alt) }),
      ...(node.actualText !== undefined && { ActualText: new String(node.actualText) }),
      ...(node.lang !== undefined && { Lang: new String(node.lang) }),
      ...(node.id !== undefined && { ID: new String(node.id + suffix) }),
      ...attributes(node, boxes.get(node.node)),
      K: kidsOf(node, page, part),
    });
  for (const child of node.children) if ('role' in child) writeElement(child, element, part);
  element.end();
  element.data = WRITTEN;
  delete element.text;
  if (node.id !== undefined) identified.push({ id: node.id + suffix, element });
}

/** Whether an element has nothing but a role, a parent, a page and children, as nearly all have. */
const isPlain = (
  { node, alt, actualText, lang, id, numbering, scope, span }: StructureNode,
  part: Part,
): boolean =>
  alt === undefined &&
  actualText === undefined &&
  lang === undefined &&
  id === undefined &&
  !numbering &&
  !scope &&
  !span &&
  !part.boxes.has(node) &&
  !part.annotated.has(node);

/**
 * Gives a plain element as PDFKit would write it. A class set has tens of thousands, and PDFKit looks at each value for
 * long.
 */
function plainElement(
  { role, children }: StructureNode,
  parent: Reference,
  page: Reference | undefined,
  { elements, marked }: Part,
): string {
  const kids = children.flatMap((child) =>
    'slot' in child
      ? (marked.get(child.slot) ?? []).map((stretch) =>
          stretch.page === page
            ? String(stretch.mcid)
            : `<<\n/Type /MCR\n/Pg ${named(stretch.page)}\n/MCID ${stretch.mcid}\n>>`,
        )
      : [named(elements.get(child.node)!)],
  );
  const pageEntry = page ? `/Pg ${named(page)}\n` : '';
  return `<<\n/Type /StructElem\n/S /${role}\n/P ${named(parent)}\n${pageEntry}/K [${kids.join(' ')}]\n>>`;
}

const named = ({ id }: Reference) => `${id} 0 R`;

/** @param page the element's page: content on it is named by its number alone */
function kidsOf(node: StructureNode, page: Reference | undefined, part: Part): unknown[] {
  const { elements, annotated } = part;
  return [
    ...node.children.flatMap((child): unknown[] =>
      'slot' in child ? slotKids(child, page, part) : [elements.get(child.node)],
    ),
    ...(annotated.get(node.node) ?? []).map(({ page: Pg, annotation }) => ({
      Type: 'OBJR',
      Obj: annotation,
      Pg,
    })),
  ];
}

const slotKids = ({ slot }: Slot, page: Reference | undefined, { marked }: Part): unknown[] =>
  (marked.get(slot) ?? []).map((stretch) =>
    stretch.page === page ? stretch.mcid : { Type: 'MCR', Pg: stretch.page, MCID: stretch.mcid },
  );

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
