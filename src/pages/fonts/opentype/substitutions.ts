import { coverageIndex } from './glyph-sets.ts';
import type { Lookup } from './layout-lookups.ts';

const SINGLE = 1;
const LIGATURE = 4;

/** Lookup flags that pass over base glyphs and ligatures. What passes over marks makes no difference where there are none. */
export const IGNORES_LETTERS = 2 | 4;

/** Whether a lookup of `GSUB` can be applied here: it replaces a glyph, or several side by side, by one. */
export const isReplacement = ({ type, flags }: Lookup): boolean =>
  (type === SINGLE || type === LIGATURE) && (flags & IGNORES_LETTERS) === 0;

/** Whether a lookup replaces a glyph whatever stands beside it. */
export const replacesAlone = (view: DataView, { type, subtables }: Lookup, glyph: number): boolean =>
  type === SINGLE && subtables.some((subtable) => coveredIn(view, subtable, glyph) !== -1);

/** Whether a lookup has a ligature that begins with two glyphs. */
export const replacesPair = (
  view: DataView,
  { type, subtables }: Lookup,
  first: number,
  second: number,
): boolean =>
  type === LIGATURE &&
  subtables.some((subtable) => {
    const covered = coveredIn(view, subtable, first);
    if (covered === -1) return false;
    const set = subtable + view.getUint16(subtable + 6 + covered * 2);
    for (let each = 0, count = view.getUint16(set); each < count; each++) {
      const ligature = set + view.getUint16(set + 2 + each * 2);
      if (view.getUint16(ligature + 2) === 1 || view.getUint16(ligature + 4) === second) return true;
    }
    return false;
  });

/** The place of a glyph in the coverage of a subtable; −1 if it is not there. */
const coveredIn = (view: DataView, subtable: number, glyph: number): number =>
  coverageIndex(view, subtable + view.getUint16(subtable + 2), glyph);

/**
 * Applies a lookup to glyphs, in place. Where glyphs become a ligature, so do their characters.
 * @returns whether it changed anything
 */
export function replaceGlyphs(
  view: DataView,
  { type, subtables }: Lookup,
  glyphs: number[],
  characters: string[],
): boolean {
  let changed = false;
  // What is left is moved to the front on the way: to close each gap by itself takes long in a word of thousands of letters.
  let kept = 0;
  for (let index = 0; index < glyphs.length; kept++) {
    const replacement = replacementAt(view, { type, subtables }, glyphs, index);
    const { glyph = glyphs[index]!, length = 1 } = replacement ?? {};
    glyphs[kept] = glyph;
    characters[kept] = length === 1 ? characters[index]! : characters.slice(index, index + length).join('');
    index += length;
    changed ||= replacement !== undefined;
  }
  glyphs.length = kept;
  characters.length = kept;
  return changed;
}

/** A glyph, and how many it replaces. */
interface Replacement {
  readonly glyph: number;
  readonly length: number;
}

/** What a lookup puts in the place of the glyphs from one on. */
function replacementAt(
  view: DataView,
  { type, subtables }: Pick<Lookup, 'type' | 'subtables'>,
  glyphs: readonly number[],
  start: number,
): Replacement | undefined {
  for (const subtable of subtables) {
    const covered = coveredIn(view, subtable, glyphs[start]!);
    if (covered === -1) continue;
    if (type === SINGLE)
      return { glyph: singleReplacement(view, subtable, glyphs[start]!, covered), length: 1 };
    const found = ligature(view, subtable + view.getUint16(subtable + 6 + covered * 2), glyphs, start);
    if (found) return found;
  }
  return undefined;
}

/** Format 1 adds to the number of the glyph, format 2 has a list. */
const singleReplacement = (view: DataView, subtable: number, glyph: number, covered: number): number =>
  view.getUint16(subtable) === 1
    ? (glyph + view.getInt16(subtable + 4)) & 0xffff
    : view.getUint16(subtable + 6 + covered * 2);

/** The first ligature of a set that is made of the glyphs from one on. */
function ligature(
  view: DataView,
  set: number,
  glyphs: readonly number[],
  start: number,
): Replacement | undefined {
  for (let each = 0, count = view.getUint16(set); each < count; each++) {
    const table = set + view.getUint16(set + 2 + each * 2);
    const length = view.getUint16(table + 2);
    let same = 1;
    while (same < length && glyphs[start + same] === view.getUint16(table + 2 + same * 2)) same++;
    if (same === length) return { glyph: view.getUint16(table), length };
  }
  return undefined;
}
