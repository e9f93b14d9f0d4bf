import { coverageIndex } from './glyph-sets.ts';
import type { Lookup } from './layout-lookups.ts';
import { IGNORES_LETTERS } from './substitutions.ts';

/**
 * A rule that is not applied here, only recognised: a word that it could change is left to a full shaper. It is the
 * coverage tables of glyphs that have to follow one another before it does anything.
 */
type UnreadRule = readonly number[];

/** The lookup types that look at what stands around a glyph. One more, and they look before and after a sequence. */
const CONTEXTUAL = { GSUB: 5, GPOS: 7 } as const;

/** Lists the rules of a lookup. */
export function rulesOf(view: DataView, table: 'GSUB' | 'GPOS', lookup: Lookup): UnreadRule[] {
  const { type, flags, subtables } = lookup;
  return subtables.map((subtable) => {
    // Every kind begins with its format and a coverage, but for contexts in format 3, which have one for each glyph.
    const first = [subtable + view.getUint16(subtable + 2)];
    const context = type - CONTEXTUAL[table];
    if ((context !== 0 && context !== 1) || view.getUint16(subtable) !== 3) return first;
    const coverages = sequenceOf(view, subtable, context === 1);
    // What passes over letters may begin and end anywhere.
    return flags & IGNORES_LETTERS ? coverages.slice(0, 1) : coverages;
  });
}

/**
 * Whether glyphs, from one of them on, could be those with which a rule begins. There are no marks among them that it would
 * pass over.
 */
export function mayBegin(view: DataView, rule: UnreadRule, glyphs: readonly number[], from = 0): boolean {
  const count = Math.min(rule.length, glyphs.length - from);
  for (let at = 0; at < count; at++)
    if (coverageIndex(view, rule[at]!, glyphs[from + at]!) === -1) return false;
  return true;
}

/** The coverage tables of a context in format 3, in the order of the glyphs. */
function sequenceOf(view: DataView, subtable: number, isChained: boolean): number[] {
  const coverages = (list: number, count: number) =>
    Array.from({ length: count }, (_, index) => subtable + view.getUint16(list + index * 2));
  if (!isChained) return coverages(subtable + 6, view.getUint16(subtable + 2));
  // What stands before the sequence (the nearest first), the sequence, what stands after it: each a count and offsets.
  let list = subtable + 2;
  const [before, within, after] = [0, 1, 2].map(() => {
    const count = view.getUint16(list);
    const found = coverages(list + 2, count);
    list += 2 + count * 2;
    return found;
  }) as [number[], number[], number[]];
  return [...before.reverse(), ...within, ...after];
}
