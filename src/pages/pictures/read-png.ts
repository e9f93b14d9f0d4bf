import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Raster } from '../picture.ts';
import { base64 } from './base64.ts';
import { encodePng } from './encode-png.ts';
import { readInterlacedRows } from './interlaced-rows.ts';
import { refuseBroken, refuseTooManyPixels } from './picture-refusals.ts';
import { readChunks } from './png-chunks.ts';
import { channelsOf, type PngHeader, readPixelRows } from './png-pixels.ts';

/** A little more than A4 at 600 pixels per inch. */
const MAX_PIXELS = 36_000_000;
const MAX_SIDE = 20_000;

/**
 * Reads a PNG and encodes it again: 8 bits per sample, no transparency (it becomes white, like paper), and gray if it has
 * no colour, so that black is black ink. Reports a file that is damaged or too large.
 */
export function readPng(bytes: Uint8Array, at: Place, report: Report): Raster | undefined {
  const broken = (why: string) => refuseBroken(why, at, report);
  const chunks = readChunks(bytes);
  if (typeof chunks === 'string') return broken(chunks);
  const first = chunks[0];
  if (first?.type !== 'IHDR' || first.data.length !== 13) return broken('it does not begin with a header');
  const view = new DataView(first.data.buffer, first.data.byteOffset, 13);
  const [width, height, depth, colour, interlace] = [
    view.getUint32(0),
    view.getUint32(4),
    view.getUint8(8),
    view.getUint8(9),
    view.getUint8(12),
  ];
  const header: PngHeader = { width, height, depth, colour };
  if (width === 0 || height === 0 || !isKnownDepth(header) || view.getUint16(10) !== 0 || interlace > 1)
    return broken('its header is invalid');
  if (width * height > MAX_PIXELS || width > MAX_SIDE || height > MAX_SIDE)
    return refuseTooManyPixels({ width, height }, MAX_PIXELS, at, report);
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data;
  if (colour === 3 && (!palette || palette.length % 3 !== 0)) return broken('it has no valid palette');
  const rows = (interlace === 1 ? readInterlacedRows : readPixelRows)(
    chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data),
    header,
  );
  if (typeof rows === 'string') return broken(rows);
  const pixels = toRgb(rows, header, palette, chunks.find(({ type }) => type === 'tRNS')?.data);
  if (typeof pixels === 'string') return broken(pixels);
  return {
    kind: 'raster',
    format: 'png',
    data: base64(encodePng(pixels, width, height)),
    width,
    height,
    turn: 0,
  };
}

const isKnownDepth = ({ depth, colour }: PngHeader) =>
  ({ 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] })[colour]?.includes(depth) ??
  false;

/** Converts samples of any kind to three bytes per pixel, on white. */
function toRgb(
  rows: Uint8Array,
  { width, height, depth, colour }: PngHeader,
  palette: Uint8Array | undefined,
  transparency: Uint8Array | undefined,
): Uint8Array | string {
  const channels = channelsOf(colour);
  const rowBytes = Math.ceil((width * depth * channels) / 8);
  const most = 2 ** Math.min(depth, 8) - 1;
  const pixels = new Uint8Array(width * height * 3);
  const transparentSample = (index: number) =>
    transparency && ((transparency[index * 2] ?? 0) << 8) | (transparency[index * 2 + 1] ?? 0);
  // All bits of one sample: a colour is transparent only if it matches the file’s transparent colour in every bit.
  const exact = (row: number, index: number): number => {
    if (depth === 16) {
      const at = row * rowBytes + index * 2;
      return (rows[at]! << 8) | rows[at + 1]!;
    }
    const bit = index * depth;
    return (rows[row * rowBytes + (bit >> 3)]! >> (8 - depth - (bit & 7))) & most;
  };
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const to = (row * width + column) * 3;
      const samples = [0, 1, 2, 3].slice(0, channels).map((part) => exact(row, column * channels + part));
      let alpha = 255;
      let rgb: number[];
      if (colour === 3) {
        const index = samples[0]!;
        if (!palette || index * 3 + 2 >= palette.length) return 'it uses colours that are not in its palette';
        rgb = [palette[index * 3]!, palette[index * 3 + 1]!, palette[index * 3 + 2]!];
        alpha = transparency?.[index] ?? 255;
      } else {
        const bytes = samples.map((sample) => (depth === 16 ? sample >> 8 : (sample * 255) / most));
        rgb = channels < 3 ? [bytes[0]!, bytes[0]!, bytes[0]!] : bytes.slice(0, 3);
        if (channels === 2 || channels === 4) alpha = bytes[channels - 1]!;
        else if (transparency && samples.every((sample, index) => sample === transparentSample(index)))
          alpha = 0;
      }
      for (let part = 0; part < 3; part++)
        pixels[to + part] = Math.round((rgb[part]! * alpha) / 255 + 255 - alpha);
    }
  return pixels;
}
