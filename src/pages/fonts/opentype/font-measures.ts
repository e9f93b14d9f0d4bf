import { type Sfnt, startOf } from './sfnt.ts';

/** What a font says of all its glyphs. Lengths are in font units. */
export interface FontMeasures {
  readonly unitsPerEm: number;
  readonly ascent: number;
  /** Below the baseline it is negative. */
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** A box around all glyphs: least x and y, greatest x and y. */
  readonly box: readonly [number, number, number, number];
  readonly italicAngle: number;
  readonly isItalic: boolean;
  readonly isFixedPitch: boolean;
  /** The IBM font class: 1–7 have serifs, 10 is a script. */
  readonly familyClass: number;
}

/** Reads measures from `head`, `hhea`, `OS/2` and `post`, all of which must be there. */
export function readMeasures(font: Sfnt): FontMeasures {
  const { view } = font;
  const [head, hhea, os2, post] = ['head', 'hhea', 'OS/2', 'post'].map((tag) => startOf(font, tag)) as [
    number,
    number,
    number,
    number,
  ];
  // Versions 0 and 1 of OS/2 have no heights of letters.
  const hasHeights = view.getUint16(os2) >= 2;
  return {
    unitsPerEm: view.getUint16(head + 18),
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    capHeight: view.getInt16(hasHeights ? os2 + 88 : hhea + 4),
    xHeight: hasHeights ? view.getInt16(os2 + 86) : 0,
    box: [
      view.getInt16(head + 36),
      view.getInt16(head + 38),
      view.getInt16(head + 40),
      view.getInt16(head + 42),
    ],
    italicAngle: view.getInt32(post + 4) / 65536,
    isItalic: (view.getUint16(head + 44) & 2) !== 0,
    isFixedPitch: view.getUint32(post + 12) !== 0,
    familyClass: view.getInt16(os2 + 30) >> 8,
  };
}

const POSTSCRIPT_NAME = 6;
const WINDOWS = 3;

/** The PostScript name of a font, from its `name` table; undefined if it has none for Windows. */
export function readPostscriptName(font: Sfnt): string | undefined {
  const { view } = font;
  const name = startOf(font, 'name');
  if (!name) return undefined;
  const strings = name + view.getUint16(name + 4);
  for (let index = 0, count = view.getUint16(name + 2); index < count; index++) {
    const record = name + 6 + index * 12;
    if (view.getUint16(record) !== WINDOWS || view.getUint16(record + 6) !== POSTSCRIPT_NAME) continue;
    const start = strings + view.getUint16(record + 10);
    const length = view.getUint16(record + 8) / 2;
    return Array.from({ length }, (_, at) => String.fromCharCode(view.getUint16(start + at * 2))).join('');
  }
  return undefined;
}
