import { dictKeys, dictOf, get, itemsOf, numberOf, type PDFDict } from '../syntax/pdf-objects.ts';
import type { FontProgram } from './font-program.ts';
import type { GlyphLookup } from './glyph-lookup.ts';
import type { CMap } from './read-cmap.ts';
import type { SimpleEncoding } from './simple-encoding.ts';

/** The width that letters are given in a font that does not say, in thousandths of an em. */
const USUAL_WIDTH = 550;

/** Reads a font whose codes are single bytes (ISO 32000-1, 9.6). */
export function simpleFont(
  dict: PDFDict,
  descriptor: PDFDict | undefined,
  kind: string,
  encoding: SimpleEncoding,
  mapping: CMap | undefined,
  program: FontProgram | undefined,
): GlyphLookup {
  const first = numberOf(get(dict, 'FirstChar')) ?? 0;
  const widths = itemsOf(get(dict, 'Widths')).map(numberOf);
  const usual = numberOf(get(descriptor, 'MissingWidth')) ?? (widths.length > 0 ? 0 : USUAL_WIDTH);
  const drawn = kind === 'Type3' ? new Set(dictKeys(dictOf(get(dict, 'CharProcs')))) : undefined;
  return {
    codes: (bytes) => Array.from(bytes, (byte) => byte.charCodeAt(0)),
    glyph(code) {
      const name = encoding.nameOf(code);
      const character = encoding.characterOf(code);
      const text = mapping?.text.get(code) ?? character;
      const glyph =
        program?.kind === 'truetype' ? program.glyphOfCode(code, character.codePointAt(0)) : undefined;
      return {
        text,
        width: widths[code - first] ?? usual,
        takesWordSpace: code === 32,
        missing: glyph === 0 || name === '.notdef' || (drawn !== undefined && !drawn.has(name ?? '')),
        draws: program?.kind === 'unusable' ? false : glyph === undefined ? undefined : program?.draws(glyph),
        advance: glyph === undefined ? undefined : program?.advance(glyph),
      };
    },
  };
}
