import { type Sfnt, startOf } from './sfnt.ts';

/** Gives the glyph of a code point; 0 if the font has none. */
export type CharacterMap = (point: number) => number;

/** Encodings of Unicode by platform and encoding ID: first those that have all of it, then the basic plane. */
const UNICODE_ENCODINGS: readonly (readonly [platform: number, encoding: number])[] = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
  [0, 2],
  [0, 1],
  [0, 0],
];

/**
 * Reads the `cmap` table.
 * @returns undefined if it has no Unicode subtable of format 4 or 12
 */
export function readCharacterMap(font: Sfnt): CharacterMap | undefined {
  const { view } = font;
  const cmap = startOf(font, 'cmap');
  const subtable = cmap && unicodeSubtable(view, cmap);
  if (!subtable) return undefined;
  const format = view.getUint16(subtable);
  if (format === 4) return (point) => lookUpSegment(view, subtable, point);
  if (format === 12) return (point) => lookUpGroup(view, subtable, point);
  return undefined;
}

function unicodeSubtable(view: DataView, cmap: number): number {
  const count = view.getUint16(cmap + 2);
  for (const [platform, encoding] of UNICODE_ENCODINGS)
    for (let index = 0; index < count; index++) {
      const record = cmap + 4 + index * 8;
      if (view.getUint16(record) === platform && view.getUint16(record + 2) === encoding)
        return cmap + view.getUint32(record + 4);
    }
  return 0;
}

/** Format 4, segment mapping to delta values: five arrays side by side, of which the last is of glyphs. */
function lookUpSegment(view: DataView, subtable: number, point: number): number {
  if (point > 0xffff) return 0;
  const size = view.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + size + 2;
  let low = 0;
  let high = size / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = middle * 2;
    const start = view.getUint16(starts + at);
    if (point < start) high = middle - 1;
    else if (point > view.getUint16(ends + at)) low = middle + 1;
    else {
      const delta = view.getUint16(starts + size + at);
      const place = starts + size * 2 + at;
      const offset = view.getUint16(place);
      if (offset === 0) return (point + delta) & 0xffff;
      const glyph = view.getUint16(place + offset + (point - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
  }
  return 0;
}

/** Format 12, segmented coverage: groups of code points and their first glyphs. */
function lookUpGroup(view: DataView, subtable: number, point: number): number {
  let low = 0;
  let high = view.getUint32(subtable + 12) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = subtable + 16 + middle * 12;
    const start = view.getUint32(group);
    if (point < start) high = middle - 1;
    else if (point > view.getUint32(group + 4)) low = middle + 1;
    else return view.getUint32(group + 8) + point - start;
  }
  return 0;
}
