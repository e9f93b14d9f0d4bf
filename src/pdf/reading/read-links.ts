import { type Matrix, transformBox, transformPoint } from '../../pages/matrix.ts';
import type { Box } from '../../pages/page.ts';
import {
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

/** Where a link or bookmark leads: to an address, to a page (from 0), to something that runs, or nowhere. */
type ReadTarget =
  | { readonly url: string }
  /** The height, if the file gives one, is in points from the top of the page. */
  | { readonly page: number; readonly y?: number }
  | { readonly action: string }
  | { readonly nowhere: string };

/** Something interactive on a page: a link, a field, a note. */
export interface ReadAnnotation {
  readonly kind: string;
  readonly box: Box;
  /** What a screen reader reads for it. */
  readonly contents?: string;
  readonly target?: ReadTarget;
  /** Its key in the parent tree. */
  readonly structKey?: number;
}

/** A bookmark. The first level is 1. */
export interface ReadBookmark {
  readonly title: string;
  readonly level: number;
  readonly target: ReadTarget;
}

/** What is needed to find where something leads. */
export interface Destinations {
  readonly context: PDFContext;
  /** The place of each page in the file, by the number of its object. */
  readonly pages: ReadonlyMap<string, number>;
  readonly matrices: readonly Matrix[];
  readonly named: ReadonlyMap<string, PDFObject>;
}

/** How many annotations of a page, and bookmarks of a file, are read. */
export const MOST_LINKS = 20_000;

/** Reads the named destinations of a file. */
export function readNames(context: PDFContext, catalog: PDFDict): Map<string, PDFObject> {
  const named = new Map<string, PDFObject>();
  const old = dictOf(get(catalog, 'Dests'));
  for (const [key, value] of old?.entries() ?? []) named.set(key.decodeText(), value);
  eachInTree(dictOf(get(dictOf(get(catalog, 'Names')), 'Dests')), 'Names', (key, value) => {
    const name = textOf(resolve(context, key));
    if (name !== undefined) named.set(name, value);
  });
  return named;
}

/** Reads where a destination or an action leads. */
function readTarget(dict: PDFDict, destinations: Destinations): ReadTarget | undefined {
  const direct = get(dict, 'Dest');
  if (direct) return readDestination(direct, destinations);
  const action = dictOf(get(dict, 'A'));
  if (!action) return undefined;
  const kind = nameOf(get(action, 'S')) ?? '';
  if (kind === 'URI') return { url: textOf(get(action, 'URI')) ?? '' };
  if (kind === 'GoTo') return readDestination(get(action, 'D'), destinations);
  return { action: kind };
}

function readDestination(value: PDFObject | undefined, destinations: Destinations, depth = 0): ReadTarget {
  const { context, pages, matrices, named } = destinations;
  const name = textOf(value) ?? nameOf(value);
  if (name !== undefined) {
    const found = resolve(context, named.get(name));
    return found && depth < 5 ? readDestination(found, destinations, depth + 1) : { nowhere: name };
  }
  const dict = dictOf(value);
  if (dict && depth < 5) return readDestination(get(dict, 'D'), destinations, depth + 1);
  if (!isArray(value)) return { nowhere: '' };
  const page = pages.get(refOf(rawItemsOf(value)[0]) ?? '') ?? numberOf(itemsOf(value)[0]);
  if (page === undefined || page >= matrices.length) return { nowhere: '' };
  const items = itemsOf(value);
  const kind = nameOf(items[1]);
  const height = numberOf(items[kind === 'XYZ' ? 3 : kind === 'FitH' ? 2 : -1]);
  return { page, ...(height !== undefined && { y: transformPoint(matrices[page]!, 0, height)[1] }) };
}

/** Reads the annotations of a page, in order. */
export function readAnnotations(page: PDFDict, matrix: Matrix, destinations: Destinations): ReadAnnotation[] {
  return itemsOf(get(page, 'Annots'))
    .slice(0, MOST_LINKS)
    .flatMap((value) => {
      const dict = dictOf(value);
      if (!dict) return [];
      const [left, bottom, right, top] = numbersOf(get(dict, 'Rect'), 4) ?? [0, 0, 0, 0];
      const contents = textOf(get(dict, 'Contents'));
      const target = readTarget(dict, destinations);
      const structKey = numberOf(get(dict, 'StructParent'));
      return [
        {
          kind: nameOf(get(dict, 'Subtype')) ?? 'unknown',
          box: transformBox(matrix, left!, bottom!, right! - left!, top! - bottom!),
          ...(contents !== undefined && { contents }),
          ...(target && { target }),
          ...(structKey !== undefined && { structKey }),
        },
      ];
    });
}

/** Reads the bookmarks of a file, in order. A loop among them is cut, and it is a problem if there are more than are read. */
export function readBookmarks(
  catalog: PDFDict,
  destinations: Destinations,
  problems: string[],
): ReadBookmark[] {
  const bookmarks: ReadBookmark[] = [];
  const seen = new Set<PDFDict>();
  const visit = (first: PDFDict | undefined, level: number) => {
    for (
      let item = first;
      item && !seen.has(item) && seen.size < MOST_LINKS;
      item = dictOf(get(item, 'Next'))
    ) {
      seen.add(item);
      const target = readTarget(item, destinations) ?? { nowhere: '' };
      bookmarks.push({ title: textOf(get(item, 'Title')) ?? '', level, target });
      if (level < 50) visit(dictOf(get(item, 'First')), level + 1);
    }
  };
  visit(dictOf(get(dictOf(get(catalog, 'Outlines')), 'First')), 1);
  if (seen.size >= MOST_LINKS)
    problems.push(`it has ${MOST_LINKS} bookmarks or more; the rest were not read`);
  return bookmarks;
}

/** The object numbers of a page's annotations, in order. */
export const annotationRefs = (page: PDFDict): (string | undefined)[] =>
  rawItemsOf(resolve(page.context, rawGet(page, 'Annots')))
    .slice(0, MOST_LINKS)
    .map(refOf);
