import { compress } from '../compress.ts';
import { simplePng } from './simple-png.ts';

/** Encodes rows of pixels as the simplest kind of PNG, one after another. */
interface RowEncoder {
  /** Takes the next row, of three bytes per pixel. It is not kept. */
  add(rgb: Uint8Array): void;
  /** Gives the file, after the last row. */
  finish(): Uint8Array;
}

/**
 * Makes an encoder that holds a picture once, and with one byte per pixel until a row has colour: a page scanned at 600 pixels
 * per inch is 35 million of them.
 */
export function createRowEncoder(width: number, height: number): RowEncoder {
  let channels = 1;
  // Filtered already: each row begins with the number of its filter.
  let rows = new Uint8Array((width + 1) * height);
  const above = new Uint8Array(width * 3);
  let count = 0;
  const growToColour = () => {
    const grey = rows;
    channels = 3;
    rows = new Uint8Array((width * 3 + 1) * height);
    for (let row = 0; row < count; row++) {
      const from = row * (width + 1);
      const to = row * (width * 3 + 1);
      rows[to] = UP;
      for (let at = 0; at < width; at++) rows.fill(grey[from + 1 + at]!, to + 1 + at * 3, to + 4 + at * 3);
    }
  };
  return {
    add(rgb) {
      if (channels === 1 && !isGreyRow(rgb)) growToColour();
      const step = channels === 1 ? 3 : 1;
      let to = count * (width * channels + 1);
      rows[to++] = UP;
      for (let at = 0; at < width * 3; at += step) rows[to++] = rgb[at]! - above[at]!;
      above.set(rgb);
      count++;
    },
    finish() {
      return simplePng(width, height, channels === 1 ? 0 : 2, compress(rows));
    },
  };
}

/** The filter “up”: each byte minus the one above it, which compresses well for any picture. */
const UP = 2;

/** Whether pixels of three bytes have no colour. */
export function isGreyRow(rgb: Uint8Array): boolean {
  for (let at = 0; at < rgb.length; at += 3)
    if (rgb[at] !== rgb[at + 1] || rgb[at] !== rgb[at + 2]) return false;
  return true;
}
