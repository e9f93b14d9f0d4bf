import * as fontkit from 'fontkit';

/**
 * Opens a font for print.
 * @param name the face, for error messages
 * @throws {Error} on WOFF2 and variable fonts, which print invisibly or wrongly, and on collections
 */
export function openFont(name: string, bytes: Uint8Array): fontkit.Font {
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'wOF2')
    throw new Error(`the font for “${name}” is WOFF2, which prints invisible text`);
  const font = fontkit.create(Buffer.from(bytes));
  if (!('layout' in font)) throw new Error(`the font for “${name}” is a collection`);
  if (Object.keys(font.variationAxes ?? {}).length > 0)
    throw new Error(`the font for “${name}” is a variable font`);
  return font;
}
