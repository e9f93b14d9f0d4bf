import type { BitReader } from './bit-reader.ts';

/** A table of the codes of a JPEG: for every 16 bits, the value of the code they begin with, and 256 times its length. */
export type HuffmanTable = Uint16Array;

const LONGEST = 16;

/**
 * Makes the table of codes (ITU-T T.81, annex C): those of a length follow one another, and shorter ones come first.
 * @param counts how many codes there are of each length from 1 to 16
 */
export function huffmanTable(counts: Uint8Array, values: Uint8Array): HuffmanTable {
  const table = new Uint16Array(2 ** LONGEST);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= LONGEST; length++)
    for (let left = counts[length - 1]!; left > 0; left--) {
      const step = 2 ** (LONGEST - length);
      table.fill(length * 256 + (values[index++] ?? 0), code, code + step);
      code += step;
    }
  return table;
}

/** @throws Error if the bits are not a code of the table */
export function readHuffmanCode(table: HuffmanTable, bits: BitReader): number {
  const found = table[bits.peek(LONGEST)]!;
  if (found === 0) throw new Error('its data is corrupt');
  bits.pass(found >> 8);
  return found & 255;
}
