import { compress } from '../compress.ts';

/** Filters and compresses rows of bytes as a PNG does. */
export function compressRows(bytes: Uint8Array, rowBytes: number): Uint8Array {
  const height = bytes.length / rowBytes;
  const rows = new Uint8Array((rowBytes + 1) * height);
  for (let row = 0; row < height; row++) {
    const to = row * (rowBytes + 1);
    // “Up”: each byte minus the one above it, which compresses well for any picture.
    rows[to] = 2;
    for (let at = 0; at < rowBytes; at++) {
      const from = row * rowBytes + at;
      rows[to + 1 + at] = bytes[from]! - (row > 0 ? bytes[from - rowBytes]! : 0);
    }
  }
  return compress(rows);
}
