import type { PrintFont } from '../../pages/fonts/print-font.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import type { PdfDocument, Reference } from './pdf-document.ts';
import { writeFont } from './write-font.ts';

/** The fonts of a document, by face. Each is begun when text first needs it, and written when the document ends. */
export interface EmbeddedFonts {
  of(face: string): EmbeddedFont;
}

/**
 * Prepares to embed fonts.
 * @param first the face that is written before the others
 */
export function createEmbeddedFonts(
  document: PdfDocument,
  fontOf: (face: string) => PrintFont,
  first: string | undefined,
): EmbeddedFonts {
  const begin = (face: string, number: number): EmbeddedFont => {
    const id = `F${number}` as const;
    const font = beginFont(document, fontOf(face), id);
    // PDFKit looks nothing up here: it only finishes all of them at the end.
    Object.assign(document._fontFamilies, { [id]: font });
    return font;
  };
  const embedded = new Map<string, EmbeddedFont>();
  const firstFont = first === undefined ? undefined : begin(first, 1);
  return {
    of(face) {
      let font = embedded.get(face);
      if (font) return font;
      font = face === first && firstFont ? firstFont : begin(face, embedded.size + 2);
      embedded.set(face, font);
      return font;
    },
  };
}

/** A font with no glyphs yet but the one for missing characters. */
function beginFont(document: PdfDocument, font: PrintFont, id: string): EmbeddedFont & { finalize(): void } {
  let dictionary: Reference | undefined;
  const begun: EmbeddedFont = {
    ...{ id, font },
    subset: font.createSubset(),
    widths: [font.advance(0)],
    unicode: [[0]],
    ref() {
      dictionary ??= document.ref();
      return dictionary;
    },
  };
  return {
    ...begun,
    // PDFKit calls it when the document ends. A font that no text is in has no dictionary.
    finalize() {
      if (dictionary) writeFont(document, begun, dictionary);
    },
  };
}
