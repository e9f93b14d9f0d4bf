import type { FontSubset } from '../../pages/fonts/opentype/subset-font.ts';
import type { PrintFont } from '../../pages/fonts/print-font.ts';
import type { Reference } from './pdf-document.ts';

/** A font of a document. Glyphs get new numbers, which are their codes, as they are first used. */
export interface EmbeddedFont {
  /** What operators call it. */
  readonly id: string;
  readonly font: PrintFont;
  readonly subset: FontSubset;
  /** The advance of each code, in thousandths of an em. */
  readonly widths: (number | undefined)[];
  /** The code points that each code stands for. */
  readonly unicode: number[][];
  /** Its dictionary, which is in the file once it has been asked for. */
  ref(): Reference;
}

/**
 * Gives the code by which a font shows a glyph, for these characters. A glyph that stands for other characters too, as
 * a small capital does for A and a, gets another code for them, so that each reads back as it was written.
 */
export function codeFor({ subset, unicode }: EmbeddedFont, glyph: number, characters: string): number {
  let code = subset.includeGlyph(glyph);
  if (standsForOne(unicode[code], characters)) return code;
  const points = [...characters].map((character) => character.codePointAt(0)!);
  const same = (code: number) =>
    unicode[code]?.length === points.length && points.every((point, at) => point === unicode[code]![at]);
  if (unicode[code] && !same(code)) {
    const other = subset.glyphs.findIndex((one, index) => one === glyph && same(index));
    code = other === -1 ? subset.glyphs.push(glyph) - 1 : other;
  }
  unicode[code] ??= points;
  return code;
}

/** Whether a code stands for one character, and for this one: nearly all glyphs do, and are shown again and again. */
const standsForOne = (points: readonly number[] | undefined, characters: string): boolean =>
  points?.length === 1 && characters.length === 1 && points[0] === characters.charCodeAt(0);
