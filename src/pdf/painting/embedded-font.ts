import type { EmbeddedFont, PdfDocument } from './pdf-document.ts';

/** Embeds the font of a face, if it is not embedded yet. */
export function embedFont(document: PdfDocument, face: string): EmbeddedFont {
  document.font(face);
  return document._font;
}

/**
 * Gives the code by which a font shows a glyph, for these characters. A glyph that stands for other characters too, as
 * a small capital does for A and a, gets another code for them, so that each reads back as it was written.
 */
export function codeFor({ subset, unicode }: EmbeddedFont, glyph: number, characters: string): number {
  const points = [...characters].map((character) => character.codePointAt(0)!);
  const same = (code: number) =>
    unicode[code]?.length === points.length && points.every((point, at) => point === unicode[code]![at]);
  let code = subset.includeGlyph(glyph);
  if (unicode[code] && !same(code)) {
    const other = subset.glyphs.findIndex((one, index) => one === glyph && same(index));
    code = other === -1 ? subset.glyphs.push(glyph) - 1 : other;
  }
  unicode[code] ??= points;
  return code;
}
