import { type FaceMetrics, faceMetrics } from './face-metrics.ts';
import { createFontFallback, EMOJI_FACE, type FaceRun } from './font-fallback.ts';
import type { FontFile } from './font-file.ts';
import { openFaces } from './open-faces.ts';
import type { GlyphInk, PrintFont } from './print-font.ts';
import { visibleText } from './shape-joiners.ts';
import type { ShapedText } from './shaped-text.ts';
import type { GlyphStep, ShapedWord } from './shaped-word.ts';
import { createWordShaper } from './word-shaper.ts';

/**
 * What layout may ask of fonts. Sizes and widths are in points. The name of a face may end in OpenType features to set it
 * with: `serif-bold+onum`.
 */
export interface FontBook {
  readonly faces: readonly string[];
  metrics(face: string): FaceMetrics;
  /** The advance of a text that the face covers, with its spaces and the kerning on either side of them. */
  width(face: string, size: number, text: string): number;
  /** The advance of a space between two characters; either may be empty. */
  spaceWidth(face: string, size: number, before: string, after: string): number;
  /** A text in glyphs. */
  shape(face: string, text: string): ShapedText;
  /** A space between two characters in glyphs; either may be empty. */
  space(face: string, before: string, after: string): ShapedWord;
  /** Keeps a text that was put together from words and spaces, for the painter. */
  keepText(face: string, text: string, shaped: ShapedText): void;
  /** Whether the face itself has a character. */
  has(face: string, character: string): boolean;
  /** Splits a text between the face and its fallbacks. Characters that none has stay with the face. */
  runs(face: string, text: string): readonly FaceRun[];
  /** The characters of a text that neither the face nor its fallbacks have. */
  missingCharacters(face: string, text: string): readonly string[];
  /**
   * A text without the characters that print nothing. Joiners that the face has are kept: they control ligatures. In emoji,
   * such characters choose the picture.
   */
  visible(face: string, text: string): string;
  /** The file of a face; undefined if it is not installed. */
  fileOf(face: string): Uint8Array | undefined;
  /** The packages that could be installed for a character that is missing from every font. */
  packagesFor(character: string): readonly string[];
}

/** What the painter may ask as well. */
export interface ShapingFontBook extends FontBook {
  /** The font of a face, to embed. */
  font(face: string): PrintFont;
  glyphInk(face: string, glyph: number): GlyphInk;
  /** The outline of a glyph, at a size of 1; y grows downwards from the baseline. */
  glyphOutline(face: string, glyph: number): GlyphStep[];
}

/** Families to search for characters that a face lacks, in this order. */
const FALLBACK: readonly string[] = ['sans', 'serif', 'symbols', 'math', 'signs', 'mono', EMOJI_FACE];

/**
 * Fonts by face name. Each is opened when it is first used, and each word is shaped once.
 * @param fallback the families to search for what a face lacks, before the files that have an `only`
 * @returns a book whose methods throw an Error for a font that cannot be used for print: WOFF2, a variable font, a
 * collection
 */
export function createFontBook(
  files: readonly FontFile[],
  fallback: readonly string[] = FALLBACK,
): ShapingFontBook {
  const faces = openFaces(files);
  const { shapeText, shapeSpace, keepText } = createWordShaper(faces);
  return {
    ...createFontFallback(files, faces, fallback),
    fileOf(face) {
      const bytes = files.find((file) => file.face === face)?.bytes;
      return typeof bytes === 'function' ? bytes() : bytes;
    },
    faces: [...new Set(files.map((file) => file.face))],
    metrics: (name) => faceMetrics(faces.open(name).font),
    width: (name, size, text) => (shapeText(name, text).width * size) / 1000,
    spaceWidth: (name, size, before, after) => (shapeSpace(name, before, after).width * size) / 1000,
    shape: shapeText,
    space: shapeSpace,
    keepText,
    visible: (name, text) => (name === EMOJI_FACE ? text : visibleText(faces.open(name).font, text)),
    font: (name) => faces.open(name).font,
    glyphInk: (name, glyph) => faces.open(name).font.ink(glyph),
    glyphOutline: (name, glyph) => faces.open(name).font.outline(glyph),
  };
}
