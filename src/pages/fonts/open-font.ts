import { openFontkitFont } from './fontkit-font.ts';
import { openTrueTypeFont, type TrueTypeFont } from './opentype/true-type-font.ts';
import type { PrintFont } from './print-font.ts';

/**
 * Opens a font for print. Common fonts and words are read here, everything else by fontkit.
 * @param name the face, for error messages
 * @throws {Error} on WOFF2 and variable fonts, which print invisibly or wrongly, on collections, and on damaged files
 */
export function openFont(name: string, bytes: Uint8Array): PrintFont {
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'wOF2')
    throw new Error(`the font for “${name}” is WOFF2, which prints invisible text`);
  const font = openTrueTypeFont(bytes);
  if (!font) return openFontkitFont(name, bytes);
  let opened: PrintFont | undefined;
  return withFull(font, () => {
    opened ??= openFontkitFont(name, bytes);
    return opened;
  });
}

/** A common font, which leaves what it can't do to the same font in a full reader, opened when that is first needed. */
function withFull(font: TrueTypeFont, full: () => PrintFont): PrintFont {
  const { measures, postscriptName, glyphFor, advance, createSubset } = font;
  return {
    ...{ measures, postscriptName, advance, createSubset },
    hasCharacter: (point) => glyphFor(point) !== 0,
    shaper(features) {
      const shapeSimple = font.shaper(features);
      let shapeFully: ReturnType<PrintFont['shaper']> | undefined;
      return (word) => {
        const shaped = shapeSimple(word);
        if (shaped) return shaped;
        shapeFully ??= full().shaper(features);
        return shapeFully(word);
      };
    },
    ink: (glyph) => full().ink(glyph),
    outline: (glyph) => full().outline(glyph),
  };
}
