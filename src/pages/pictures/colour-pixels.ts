import type { Image } from '../laid.ts';
import { readChunks } from './png-chunks.ts';
import { readPixelRows } from './png-pixels.ts';

/** Pixels of red, green and blue, three bytes each. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/**
 * Decodes a picture of a Laid, which was checked when it was read.
 * @returns undefined if it has no colour; or, in words, what is wrong with it, if only decoding shows that
 */
export async function colourPixels(image: Image): Promise<Pixels | string | undefined> {
  if (image.format === 'samples') return undefined;
  const bytes = Uint8Array.from(atob(image.data), (letter) => letter.charCodeAt(0));
  return image.format === 'png' ? pngPixels(bytes) : jpegPixels(bytes);
}

/** Decodes a PNG in the same way. */
export function pngPixels(bytes: Uint8Array): Pixels | string | undefined {
  const chunks = readChunks(bytes);
  if (typeof chunks === 'string') return chunks;
  const head = chunks[0]!.data;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const header = { width: view.getUint32(0), height: view.getUint32(4), depth: 8, colour: view.getUint8(9) };
  if (header.colour !== 2) return undefined;
  const parts = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const rgb = readPixelRows(parts, header);
  return typeof rgb === 'string' ? rgb : { width: header.width, height: header.height, rgb };
}

async function jpegPixels(bytes: Uint8Array): Promise<Pixels | string | undefined> {
  if (jpegChannels(bytes) === 1) return undefined;
  const { decodeJpeg } = await import('./late/decode-jpeg.ts');
  return decodeJpeg(bytes) ?? 'its data is corrupt';
}

/** The number of colour channels in a JPEG, from its frame. */
function jpegChannels(bytes: Uint8Array): number | undefined {
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return bytes[at + 9];
    at += 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
  }
  return undefined;
}
