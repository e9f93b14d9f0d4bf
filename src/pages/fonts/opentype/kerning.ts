import { coverageIndex, glyphClass } from './glyph-sets.ts';
import type { Lookup } from './layout-lookups.ts';
import { IGNORES_LETTERS } from './substitutions.ts';

const PAIRS = 2;
/** A value record that has nothing but an advance. */
const ADVANCE_ONLY = 4;

/** Whether a lookup of `GPOS` can be applied here: it widens or narrows the first of a pair, and does no more. */
export const isKerning = (view: DataView, { type, flags, subtables }: Lookup): boolean =>
  type === PAIRS &&
  (flags & IGNORES_LETTERS) === 0 &&
  subtables.every(
    (subtable) => view.getUint16(subtable + 4) === ADVANCE_ONLY && view.getUint16(subtable + 6) === 0,
  );

/** What is added to the advance of a glyph before another, in font units: of each lookup the first subtable that has it. */
export function kerningOf(view: DataView, lookups: readonly Lookup[], first: number, second: number): number {
  let sum = 0;
  for (const { subtables } of lookups)
    for (const subtable of subtables) {
      const covered = coverageIndex(view, subtable + view.getUint16(subtable + 2), first);
      if (covered === -1) continue;
      const found =
        view.getUint16(subtable) === 1
          ? pairValue(view, subtable + view.getUint16(subtable + 10 + covered * 2), second)
          : classValue(view, subtable, first, second);
      if (found === undefined) continue;
      sum += found;
      break;
    }
  return sum;
}

/** Format 1: a set of second glyphs, in order, each with its value. */
function pairValue(view: DataView, set: number, second: number): number | undefined {
  let low = 0;
  let high = view.getUint16(set) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const record = set + 2 + middle * 4;
    const glyph = view.getUint16(record);
    if (second < glyph) high = middle - 1;
    else if (second > glyph) low = middle + 1;
    else return view.getInt16(record + 2);
  }
  return undefined;
}

/** Format 2: a value for each two classes. */
function classValue(view: DataView, subtable: number, first: number, second: number): number {
  const row = glyphClass(view, subtable + view.getUint16(subtable + 8), first);
  const column = glyphClass(view, subtable + view.getUint16(subtable + 10), second);
  return view.getInt16(subtable + 16 + (row * view.getUint16(subtable + 14) + column) * 2);
}
