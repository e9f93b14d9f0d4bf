import { type CharacterMap, readCharacterMap } from './character-map.ts';
import { type FontMeasures, readMeasures, readPostscriptName } from './font-measures.ts';
import { readGlyphRecords } from './glyph-records.ts';
import type { GlyphRun } from './glyph-run.ts';
import { readSfnt, type Sfnt } from './sfnt.ts';
import { createSimpleShaper } from './simple-shaper.ts';
import { createSubset, type FontSubset } from './subset-font.ts';

/** A static font with TrueType outlines, read from its tables as they are needed. */
export interface TrueTypeFont {
  readonly measures: FontMeasures;
  readonly postscriptName: string;
  readonly glyphFor: CharacterMap;
  /** The advance of a glyph, in font units. */
  advance(glyph: number): number;
  /** Makes a shaper of words with some features; it gives undefined for what takes a full shaper. */
  shaper(features: readonly string[]): (word: string) => GlyphRun | undefined;
  createSubset(): FontSubset;
}

/** Tables without which a font is not read here. */
const NEEDED: readonly string[] = [
  ...['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post'],
  ...['glyf', 'loca'],
];

/** Tables that change what others say: variable fonts, Apple’s shaping rules, kerning from before OpenType. */
const FOREIGN: readonly string[] = ['fvar', 'morx', 'kern'];

/**
 * Opens a font that is of the common kind.
 * @returns undefined if it is of another kind, or damaged
 */
export function openTrueTypeFont(bytes: Uint8Array): TrueTypeFont | undefined {
  try {
    const sfnt = readSfnt(bytes);
    return sfnt && isCommon(sfnt) ? readFont(sfnt) : undefined;
  } catch (error) {
    // A read past the end of the file. What a full reader makes of the file will say what is wrong.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const isCommon = ({ tables }: Sfnt) =>
  NEEDED.every((tag) => tables.has(tag)) && !FOREIGN.some((tag) => tables.has(tag));

function readFont(sfnt: Sfnt): TrueTypeFont | undefined {
  const glyphFor = readCharacterMap(sfnt);
  const postscriptName = readPostscriptName(sfnt);
  if (!glyphFor || postscriptName === undefined) return undefined;
  const measures = readMeasures(sfnt);
  const records = readGlyphRecords(sfnt);
  const { unitsPerEm } = measures;
  return {
    measures,
    postscriptName,
    glyphFor,
    advance: records.advance,
    shaper: (features) => createSimpleShaper({ sfnt, glyphFor, records, unitsPerEm }, features),
    createSubset: () => createSubset(sfnt, records),
  };
}
