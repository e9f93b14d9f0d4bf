import { intersection, type Matrix, multiply, transformBox } from '../../pages/matrix.ts';
import type { Box } from '../../pages/page.ts';
import type { StreamContent } from '../content/content-memory.ts';
import type { ContentReader, NumberedContent } from '../content/content-state.ts';
import type { ReadMark } from '../content/page-mark.ts';
import { readContent } from '../content/read-content.ts';
import {
  dictOf,
  get,
  isArray,
  itemsOf,
  nameOf,
  numberOf,
  numbersOf,
  type PDFDict,
  rawGet,
  rawItemsOf,
  refOf,
  resolve,
  streamOf,
} from '../content/syntax/pdf-objects.ts';
import {
  annotationRefs,
  type Destinations,
  MOST_LINKS,
  type ReadAnnotation,
  readAnnotations,
} from './read-links.ts';
import { readActions } from './read-metadata.ts';

/** A page as it is read back. */
export interface ReadPage {
  /** In points, as it is shown: its CropBox, turned. */
  readonly width: number;
  readonly height: number;
  /** Boxes from the top left of the page as it is shown, so that others may begin left of it. Absent if not written. */
  readonly boxes: {
    readonly media: Box;
    readonly crop?: Box;
    readonly bleed?: Box;
    readonly trim?: Box;
    readonly art?: Box;
  };
  readonly turn: number;
  readonly userUnit: number;
  /** What is painted, in the order of painting. */
  readonly marks: readonly ReadMark[];
  readonly marked: readonly NumberedContent[];
  readonly annotations: readonly ReadAnnotation[];
  /** Its key in the parent tree. */
  readonly structKey?: number;
  /** The order in which the tab key visits annotations: `S` is that of the structure. */
  readonly tabs?: string;
  readonly transparent: boolean;
  /** What runs when it is opened or closed. */
  readonly actions: readonly string[];
  /** What in it makes no sense, as sentences without an end. */
  readonly problems: readonly string[];
}

/** A page in the file, before its content is read. */
interface FoundPage {
  readonly dict: PDFDict;
  readonly ref: string | undefined;
  readonly inherited: ReadonlyMap<string, PDFDict>;
}

/** How many pages are read. */
const MOST_PAGES = 10_000;

/** Finds the pages of a file, in order. Loops in the tree, and what is not a page, are given as problems. */
export function findPages(catalog: PDFDict): { pages: FoundPage[]; problems: string[] } {
  const pages: FoundPage[] = [];
  const problems = new Set<string>();
  const seen = new Set<PDFDict>();
  const visit = (
    dict: PDFDict,
    ref: string | undefined,
    above: ReadonlyMap<string, PDFDict>,
    depth: number,
  ) => {
    if (seen.has(dict) || depth > 100) return void problems.add('its list of pages contains itself');
    seen.add(dict);
    const inherited = new Map(above);
    for (const key of ['MediaBox', 'CropBox', 'Resources', 'Rotate'])
      if (rawGet(dict, key)) inherited.set(key, dict);
    if (!isArray(get(dict, 'Kids'))) {
      if (pages.length < MOST_PAGES) pages.push({ dict, ref, inherited });
      else problems.add(`it has more than ${MOST_PAGES} pages; the rest were not read`);
      return;
    }
    for (const raw of rawItemsOf(get(dict, 'Kids'))) {
      const kid = dictOf(resolve(dict.context, raw));
      if (kid) visit(kid, refOf(raw), inherited, depth + 1);
      else problems.add('one of its pages is missing');
    }
  };
  const root = dictOf(get(catalog, 'Pages'));
  if (root) visit(root, undefined, new Map(), 0);
  return { pages, problems: [...problems] };
}

/** The measures of a page. The matrix leads from the file's units to points from the top left of what is shown. */
interface PageMeasure {
  readonly matrix: Matrix;
  readonly width: number;
  readonly height: number;
  readonly turn: number;
  readonly userUnit: number;
}

type Corners = readonly [left: number, bottom: number, right: number, top: number];

const LETTER: Corners = [0, 0, 612, 792];

const inheritedValue = ({ dict, inherited }: FoundPage, key: string) => get(inherited.get(key) ?? dict, key);

function corners(page: FoundPage, key: string): Corners | undefined {
  const [a, b, c, d] = numbersOf(inheritedValue(page, key), 4) ?? [];
  if (d === undefined) return undefined;
  return [Math.min(a!, c!), Math.min(b!, d), Math.max(a!, c!), Math.max(b!, d)];
}

/** Measures a page as it is shown. A file that gives no size is taken as US Letter, as viewers do. */
export function measurePage(page: FoundPage): PageMeasure {
  const media = corners(page, 'MediaBox') ?? LETTER;
  const crop = corners(page, 'CropBox') ?? media;
  // A page is shown where both boxes are.
  const [left, bottom, right, top] = [
    Math.max(media[0], crop[0]),
    Math.max(media[1], crop[1]),
    Math.min(media[2], crop[2]),
    Math.min(media[3], crop[3]),
  ];
  const turn = ((Math.round((numberOf(inheritedValue(page, 'Rotate')) ?? 0) / 90) % 4) + 4) % 4;
  const userUnit = numberOf(get(page.dict, 'UserUnit')) || 1;
  const turned: Matrix = (
    [
      [1, 0, 0, -1, -left, top],
      [0, 1, 1, 0, -bottom, -left],
      [-1, 0, 0, 1, right, -bottom],
      [0, -1, -1, 0, top, right],
    ] as const
  )[turn as 0 | 1 | 2 | 3];
  const [width, height] = [Math.max(right - left, 0) * userUnit, Math.max(top - bottom, 0) * userUnit];
  return {
    matrix: multiply(turned, [userUnit, 0, 0, userUnit, 0, 0]),
    width: turn % 2 === 0 ? width : height,
    height: turn % 2 === 0 ? height : width,
    turn: turn * 90,
    userUnit,
  };
}

/**
 * Reads a page.
 * @param withContent whether its operators are run; without them it has no marks
 */
export function readPage(
  page: FoundPage,
  { matrix, width, height, turn, userUnit }: PageMeasure,
  reader: ContentReader,
  destinations: Destinations,
  withContent: boolean,
): ReadPage {
  const { dict } = page;
  const box = (key: string): Box | undefined => {
    const found = corners(page, key);
    return found && transformBox(matrix, found[0], found[1], found[2] - found[0], found[3] - found[1]);
  };
  const media = box('MediaBox') ?? transformBox(matrix, ...LETTER);
  const boxes = { crop: box('CropBox'), bleed: box('BleedBox'), trim: box('TrimBox'), art: box('ArtBox') };
  const { parts, problems } = withContent ? contentOf(dict, reader) : { parts: [], problems: [] };
  const content = readContent(parts, dictOf(inheritedValue(page, 'Resources')), matrix, media, reader);
  const structKey = numberOf(get(dict, 'StructParents'));
  const tabs = nameOf(get(dict, 'Tabs'));
  return {
    width,
    height,
    boxes: { media, ...Object.fromEntries(Object.entries(boxes).filter(([, found]) => found)) },
    turn,
    userUnit,
    marks: content.marks,
    marked: content.marked,
    annotations: readAnnotations(dict, matrix, destinations),
    ...(structKey !== undefined && { structKey }),
    ...(tabs !== undefined && { tabs }),
    transparent: content.transparent,
    actions: readActions(dict),
    problems: [
      ...problems,
      ...(itemsOf(get(dict, 'Annots')).length > MOST_LINKS
        ? [`it has more than ${MOST_LINKS} annotations; the rest were not read`]
        : []),
      ...(corners(page, 'MediaBox') ? [] : ['it has no MediaBox']),
      ...(intersection(media, boxes.crop ?? media) ? [] : ['its CropBox is outside its MediaBox']),
      ...content.problems,
    ],
  };
}

/** How many bytes of operators a page may have. */
const MOST_CONTENT = 96 * 1024 * 1024;

function contentOf(dict: PDFDict, reader: ContentReader): { parts: StreamContent[]; problems: string[] } {
  const value = get(dict, 'Contents');
  const parts: StreamContent[] = [];
  const problems: string[] = [];
  let length = 0;
  for (const part of isArray(value) ? itemsOf(value) : value ? [value] : []) {
    const stream = streamOf(part);
    try {
      const content = stream ? reader.contentOf(stream) : { bytes: new Uint8Array() };
      length += content.bytes.length + 1;
      if (!stream) problems.push('part of its content is missing');
      if (length > MOST_CONTENT || !reader.spend(content.bytes.length)) throw new Error('it is too large');
      parts.push(content);
    } catch (error) {
      problems.push(`its content cannot be read: ${(error as Error).message}`);
    }
  }
  return { parts, problems };
}

/** Gives the place of each annotation, by the number of its object. */
export const annotationPlaces = (pages: readonly FoundPage[]) =>
  new Map(
    pages.flatMap(({ dict }, page) =>
      annotationRefs(dict).flatMap((ref, annotation) =>
        ref === undefined ? [] : [[ref, { page, annotation }] as const],
      ),
    ),
  );
