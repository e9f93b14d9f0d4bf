import {
  booleanOf,
  dictKeys,
  dictOf,
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
  resolve,
  textOf,
} from '../content/syntax/pdf-objects.ts';
import { eachInTree } from './each-in-tree.ts';
import { isNode, type ReadContentItem, type ReadNode } from './read-node.ts';

/** A file's structure tree, and what its other parts say of it. */
export interface ReadStructure {
  readonly roots: readonly ReadNode[];
  /** Whether the file has a table of the ids of its elements. */
  readonly hasIdTree: boolean;
  /** The nodes that the parent tree gives for a page's marked content, or for one annotation, by its key. */
  readonly parents: Readonly<Record<number, number | readonly (number | null)[]>>;
  /** What is wrong with the tree itself, as sentences without an end. */
  readonly problems: readonly string[];
}

const MOST_NODES = 1_000_000;
const DEEPEST = 200;

/** Where pages and annotations are in the file, by the number of their object. */
interface PlacesByObject {
  readonly pages: ReadonlyMap<string, number>;
  readonly annotations: ReadonlyMap<string, { readonly page: number; readonly annotation: number }>;
}

/** A structure tree while it is read. */
interface StructureReader {
  readonly context: PDFContext;
  readonly places: PlacesByObject;
  /** What the file's own tags stand for. */
  readonly roles: PDFDict | undefined;
  readonly classes: PDFDict | undefined;
  readonly problems: Set<string>;
  /** The nodes that have been read, by the number of their object. */
  readonly ids: Map<string, number>;
  count: number;
}

/** Where a kid of an element is. */
interface KidPlace {
  /** The page of the element that it is in, unless it names its own. */
  readonly page: number | undefined;
  readonly depth: number;
}

/** Reads the structure tree. Loops in it are cut, and reported as problems. @returns undefined if there is none */
export function readStructure(
  context: PDFContext,
  catalog: PDFDict,
  places: PlacesByObject,
): ReadStructure | undefined {
  const root = dictOf(get(catalog, 'StructTreeRoot'));
  if (!root) return undefined;
  const reader: StructureReader = {
    context,
    places,
    roles: dictOf(get(root, 'RoleMap')),
    classes: dictOf(get(root, 'ClassMap')),
    problems: new Set(),
    ids: new Map(),
    count: 0,
  };
  const roots = readKids(root, { page: undefined, depth: 0 }, reader).filter(isNode);
  return {
    roots,
    hasIdTree: dictOf(get(root, 'IDTree')) !== undefined,
    parents: readParents(context, dictOf(get(root, 'ParentTree')), reader.ids),
    problems: [...reader.problems],
  };
}

function readKids(dict: PDFDict, place: KidPlace, reader: StructureReader): (ReadNode | ReadContentItem)[] {
  const kids = get(dict, 'K');
  const raw = isArray(kids) ? rawItemsOf(kids) : [rawGet(dict, 'K')];
  return raw.flatMap((kid) => readKid(kid, place, reader));
}

function readKid(
  kid: PDFObject | undefined,
  { page: outerPage, depth }: KidPlace,
  reader: StructureReader,
): (ReadNode | ReadContentItem)[] {
  const value = resolve(reader.context, kid);
  const number = numberOf(value);
  if (number !== undefined) return markedContent(outerPage, number, reader);
  const dict = dictOf(value);
  if (!dict) return [];
  const page = reader.places.pages.get(refOf(rawGet(dict, 'Pg')) ?? '') ?? outerPage;
  switch (nameOf(get(dict, 'Type'))) {
    case 'MCR':
      return markedContent(page, numberOf(get(dict, 'MCID')), reader);
    case 'OBJR':
      return annotationIn(dict, page, reader);
    default:
      return readElement(dict, refOf(kid), { page, depth }, reader);
  }
}

function markedContent(
  page: number | undefined,
  mcid: number | undefined,
  reader: StructureReader,
): ReadContentItem[] {
  return page === undefined || mcid === undefined ? noContent(reader) : [{ page, mcid }];
}

function annotationIn(dict: PDFDict, page: number | undefined, reader: StructureReader): ReadContentItem[] {
  const found = reader.places.annotations.get(refOf(rawGet(dict, 'Obj')) ?? '');
  if (!found) return noContent(reader);
  if (page !== undefined && page !== found.page)
    reader.problems.add(`a link on page ${found.page + 1} is listed on page ${page + 1}`);
  return [found];
}

function noContent({ problems }: StructureReader): [] {
  problems.add('some of its content is not on any page');
  return [];
}

/** The texts of an element, by what a node calls them. */
const TEXTS = { title: 'T', alt: 'Alt', actualText: 'ActualText', lang: 'Lang', noteId: 'ID' };
const TEXT_KEYS = Object.keys(TEXTS) as (keyof typeof TEXTS)[];

function readElement(
  dict: PDFDict,
  ref: string | undefined,
  { page, depth }: KidPlace,
  reader: StructureReader,
): ReadNode[] {
  const { problems, ids } = reader;
  const refuse = (problem: string): [] => {
    problems.add(problem);
    return [];
  };
  if (ref !== undefined && ids.has(ref)) return refuse('an element is in it twice, or inside itself');
  if (depth > DEEPEST) return refuse(`it is more than ${DEEPEST} levels deep`);
  if (reader.count >= MOST_NODES) return refuse('it has too many elements to read');
  const id = reader.count++;
  if (ref !== undefined) ids.set(ref, id);
  const tag = nameOf(get(dict, 'S')) ?? '';
  const role = standardRole(tag, reader.roles);
  if (role === undefined) problems.add(`its tag “${tag}” does not map to a standard tag`);
  const texts: { -readonly [Key in keyof typeof TEXTS]?: string } = {};
  for (const key of TEXT_KEYS) {
    const text = textOf(get(dict, TEXTS[key]));
    if (text !== undefined) texts[key] = text;
  }
  return [
    {
      id,
      role: role ?? tag,
      ...(role !== tag && { tag }),
      ...texts,
      attributes: attributesOf(dict, reader.classes),
      children: readKids(dict, { page, depth: depth + 1 }, reader),
    },
  ];
}

/** The standard structure types of PDF 1.7. */
const STANDARD_ROLES: ReadonlySet<string> = new Set(
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

const NO_ATTRIBUTES: ReadNode['attributes'] = {};

function attributesOf(dict: PDFDict, classes: PDFDict | undefined): ReadNode['attributes'] {
  const own = get(dict, 'A');
  const ofClass = get(dict, 'C');
  if (!own && !ofClass) return NO_ATTRIBUTES;
  const listed = (value: PDFObject | undefined) => (isArray(value) ? itemsOf(value) : [value]);
  const dicts = [
    ...listed(ofClass).flatMap((name) => listed(get(classes, nameOf(name) ?? ''))),
    ...listed(own),
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

/** Reads the parent tree: the elements that each key, of a page or an annotation, leads to. */
function readParents(
  context: PDFContext,
  tree: PDFDict | undefined,
  ids: ReadonlyMap<string, number>,
): ReadStructure['parents'] {
  const parents: Record<number, number | (number | null)[]> = {};
  const idOf = (value: PDFObject | undefined) => ids.get(refOf(value) ?? '') ?? null;
  eachInTree(tree, 'Nums', (key, raw) => {
    const value = resolve(context, raw);
    const number = numberOf(key);
    if (number === undefined) return;
    if (isArray(value)) parents[number] = rawItemsOf(value).map(idOf);
    else parents[number] = idOf(raw) ?? [];
  });
  return parents;
}
