import {
  booleanOf,
  dictKeys,
  dictOf,
  followed,
  get,
  isArray,
  itemsOf,
  nameOf,
  numberOf,
  numbersOf,
  type PDFContext,
  type PDFDict,
  type PDFObject,
  rawGet,
  rawItemsOf,
  refOf,
  textOf,
} from '../content/pdf-objects.ts';
import { isNode, type ReadContentItem, type ReadNode } from './read-node.ts';

/** A file's structure tree, and what its other parts say of it. */
export interface ReadStructure {
  readonly roots: readonly ReadNode[];
  /** Whether elements with an id can be found by it. */
  readonly hasIdTree: boolean;
  /** The nodes that the parent tree gives for a page's marked content, or for one annotation, by its key. */
  readonly parents: Readonly<Record<number, number | readonly (number | null)[]>>;
  /** What is wrong with the tree itself, as sentences without an end. */
  readonly problems: readonly string[];
}

const MOST_NODES = 1_000_000;
const DEEPEST = 200;

/** Where pages and annotations stand, by their object's number. */
export interface PlacesByObject {
  readonly pages: ReadonlyMap<string, number>;
  readonly annotations: ReadonlyMap<string, { readonly page: number; readonly annotation: number }>;
}

/** Reads the structure tree; loops in it are cut, and told. @returns undefined if there is none */
export function readStructure(
  context: PDFContext,
  catalog: PDFDict,
  places: PlacesByObject,
): ReadStructure | undefined {
  const root = dictOf(get(catalog, 'StructTreeRoot'));
  if (!root) return undefined;
  const roles = dictOf(get(root, 'RoleMap'));
  const classes = dictOf(get(root, 'ClassMap'));
  const problems = new Set<string>();
  const ids = new Map<string, number>();
  let count = 0;

  const readKids = (
    dict: PDFDict,
    page: number | undefined,
    depth: number,
  ): (ReadNode | ReadContentItem)[] => {
    const kids = get(dict, 'K');
    const raw = isArray(kids) ? rawItemsOf(kids) : [rawGet(dict, 'K')];
    return raw.flatMap((kid) => readKid(kid, page, depth));
  };
  const readKid = (
    kid: PDFObject | undefined,
    page: number | undefined,
    depth: number,
  ): (ReadNode | ReadContentItem)[] => {
    const value = followed(context, kid);
    const mcid = numberOf(value);
    if (mcid !== undefined) return page === undefined ? lost() : [{ page, mcid }];
    const dict = dictOf(value);
    if (!dict) return [];
    const type = nameOf(get(dict, 'Type'));
    const own = places.pages.get(refOf(rawGet(dict, 'Pg')) ?? '') ?? page;
    if (type === 'MCR') {
      const number = numberOf(get(dict, 'MCID'));
      return number === undefined || own === undefined ? lost() : [{ page: own, mcid: number }];
    }
    if (type === 'OBJR') {
      const found = places.annotations.get(refOf(rawGet(dict, 'Obj')) ?? '');
      if (!found) return lost();
      if (own !== undefined && own !== found.page)
        problems.add(`a link on page ${found.page + 1} is said to stand on page ${own + 1}`);
      return [found];
    }
    return readElement(dict, refOf(kid), own, depth);
  };
  const lost = () => {
    problems.add('some of its content stands on no page');
    return [];
  };

  const readElement = (
    dict: PDFDict,
    ref: string | undefined,
    page: number | undefined,
    depth: number,
  ): ReadNode[] => {
    if (ref !== undefined && ids.has(ref)) {
      problems.add('an element stands in it twice, or in itself');
      return [];
    }
    if (depth > DEEPEST || count >= MOST_NODES) {
      problems.add(
        depth > DEEPEST ? `it is more than ${DEEPEST} levels deep` : 'it has too many elements to read',
      );
      return [];
    }
    const id = count++;
    if (ref !== undefined) ids.set(ref, id);
    const tag = nameOf(get(dict, 'S')) ?? '';
    const role = standardRole(tag, roles);
    if (role === undefined) problems.add(`its tag “${tag}” stands for no standard one`);
    const texts = { title: 'T', alt: 'Alt', actualText: 'ActualText', lang: 'Lang', noteId: 'ID' };
    const own = Object.entries(texts).flatMap(([key, name]) => {
      const text = textOf(get(dict, name));
      return text === undefined ? [] : [[key, text]];
    });
    return [
      {
        id,
        role: role ?? tag,
        ...(role !== tag && { tag }),
        ...Object.fromEntries(own),
        attributes: attributesOf(dict, classes),
        children: readKids(dict, page, depth + 1),
      },
    ];
  };

  const roots = readKids(root, undefined, 0).filter(isNode);
  return {
    roots,
    hasIdTree: dictOf(get(root, 'IDTree')) !== undefined,
    parents: readParents(context, dictOf(get(root, 'ParentTree')), ids),
    problems: [...problems],
  };
}

/** The standard structure types of PDF 1.7. */
export const STANDARD_ROLES: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl ' +
    'LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu ' +
    'WT WP Figure Formula Form'
  ).split(' '),
);

function standardRole(tag: string, roles: PDFDict | undefined): string | undefined {
  let role = tag;
  for (let step = 0; step < 20; step++) {
    if (STANDARD_ROLES.has(role)) return role;
    const next = nameOf(get(roles, role));
    if (next === undefined) return undefined;
    role = next;
  }
  return undefined;
}

function attributesOf(dict: PDFDict, classes: PDFDict | undefined): ReadNode['attributes'] {
  const listed = (value: PDFObject | undefined) => (isArray(value) ? itemsOf(value) : [value]);
  const dicts = [
    ...listed(get(dict, 'C')).flatMap((name) => listed(get(classes, nameOf(name) ?? ''))),
    ...listed(get(dict, 'A')),
  ].map(dictOf);
  return Object.fromEntries(
    dicts.flatMap((attributes) =>
      dictKeys(attributes).flatMap((key) => {
        const value = get(attributes, key);
        const plain =
          nameOf(value) ?? numberOf(value) ?? booleanOf(value) ?? textOf(value) ?? numbersOf(value);
        const texts = isArray(value)
          ? itemsOf(value).map((item) => textOf(item) ?? nameOf(item) ?? '')
          : undefined;
        return key === 'O' || (plain ?? texts) === undefined ? [] : [[key, plain ?? texts!]];
      }),
    ),
  );
}

/** The parent tree: keys of pages and annotations, each with the elements that it leads to. */
function readParents(
  context: PDFContext,
  tree: PDFDict | undefined,
  ids: ReadonlyMap<string, number>,
): ReadStructure['parents'] {
  const parents: Record<number, number | (number | null)[]> = {};
  const idOf = (value: PDFObject | undefined) => ids.get(refOf(value) ?? '') ?? null;
  eachInTree(tree, 'Nums', (key, raw) => {
    const value = followed(context, raw);
    const number = numberOf(key);
    if (number === undefined) return;
    if (isArray(value)) parents[number] = rawItemsOf(value).map(idOf);
    else parents[number] = idOf(raw) ?? [];
  });
  return parents;
}

/** Goes through a name or number tree (ISO 32000-1, 7.9.6), within bounds. */
export function eachInTree(
  tree: PDFDict | undefined,
  key: 'Nums' | 'Names',
  tell: (key: PDFObject, value: PDFObject) => void,
): void {
  const seen = new Set<PDFDict>();
  const visit = (node: PDFDict | undefined) => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    const items = rawItemsOf(get(node, key));
    for (let at = 0; at + 1 < items.length; at += 2) tell(items[at]!, items[at + 1]!);
    for (const kid of itemsOf(get(node, 'Kids'))) visit(dictOf(kid));
  };
  visit(tree);
}
