import { writeChunks } from './png-chunks.ts';

/**
 * Writes a PNG of 8 bits per sample, without transparency, with nothing but what it takes to show it.
 * @param colour 0 for grey, 2 for red, green and blue
 * @param data its rows, each after the number of its filter, compressed
 */
export function simplePng(width: number, height: number, colour: 0 | 2, data: Uint8Array): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, colour], 8);
  return writeChunks([
    { type: 'IHDR', data: header },
    { type: 'IDAT', data },
    { type: 'IEND', data: new Uint8Array(0) },
  ]);
}
