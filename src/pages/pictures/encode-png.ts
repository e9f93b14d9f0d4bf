import { compressRows } from './compress-rows.ts';
import { type Chunk, writeChunks } from './png-chunks.ts';

/** Encodes pixels of three bytes as the simplest kind of PNG; in gray if they have no colour. */
export function encodePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  let gray = true;
  for (let at = 0; gray && at < pixels.length; at += 3)
    gray = pixels[at] === pixels[at + 1] && pixels[at] === pixels[at + 2];
  const samples = gray ? pixels.filter((_, index) => index % 3 === 0) : pixels;
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header.set([8, gray ? 0 : 2], 8);
  const chunks: Chunk[] = [
    { type: 'IHDR', data: header },
    { type: 'IDAT', data: compressRows(samples, gray ? width : width * 3) },
    { type: 'IEND', data: new Uint8Array(0) },
  ];
  return writeChunks(chunks);
}
