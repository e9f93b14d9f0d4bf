import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Raster } from '../picture.ts';
import { base64 } from './base64.ts';
import { readInterlacedRows } from './interlaced-rows.ts';
import { refuseBroken, refuseTooManyPixels } from './picture-refusals.ts';
import { readChunks } from './png-chunks.ts';
import { bitsOf, eachPixelRow, type PngHeader } from './png-pixels.ts';
import { rowColours } from './row-colours.ts';
import { createRowEncoder } from './row-encoder.ts';
import { samePixelData } from './same-pixel-data.ts';
import { simplePng } from './simple-png.ts';

/** A little more than A4 at 600 pixels per inch. */
const MAX_PIXELS = 36_000_000;
const MAX_SIDE = 20_000;
/** The rows of an interlaced picture are all in memory at once, twice. */
const MAX_INTERLACED_BITS = 8 * 110_000_000;

/**
 * Reads a PNG and encodes it again, unless it is large and a PDF can take it as it is: 8 bits per sample, no transparency
 * (it becomes white, like paper), and gray if it has no colour, so that black is black ink. Reports a file that is damaged
 * or too large.
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
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  if (interlace === 1 && width * height * bitsOf(header) > MAX_INTERLACED_BITS)
    return refuseTooManyPixels(header, Math.floor(MAX_INTERLACED_BITS / bitsOf(header)), at, report);
  const transparency = chunks.find(({ type }) => type === 'tRNS')?.data;
  const same = interlace === 0 && !transparency ? samePixelData(data, header) : undefined;
  if (same !== undefined) return raster(simplePng(width, height, colour === 0 ? 0 : 2, same), header);
  const colours = rowColours(header, palette, transparency);
  const encoder = createRowEncoder(width, height);
  const rgb = new Uint8Array(width * 3);
  const take = (row: Uint8Array) => {
    const fault = colours(row, rgb);
    if (fault === undefined) encoder.add(rgb);
    return fault;
  };
  const fault = interlace === 1 ? eachInterlacedRow(data, header, take) : eachPixelRow(data, header, take);
  if (fault !== undefined) return broken(fault);
  return raster(encoder.finish(), header);
}

const raster = (png: Uint8Array, { width, height }: PngHeader): Raster => ({
  kind: 'raster',
  format: 'png',
  data: base64(png),
  width,
  height,
  turn: 0,
});

const isKnownDepth = ({ depth, colour }: PngHeader) =>
  ({ 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] })[colour]?.includes(depth) ??
  false;

/** Gives the rows of an interlaced PNG, all of which are needed for the first. */
function eachInterlacedRow(
  data: readonly Uint8Array[],
  header: PngHeader,
  take: (row: Uint8Array) => string | undefined,
): string | undefined {
  const rows = readInterlacedRows(data, header);
  if (typeof rows === 'string') return rows;
  const rowBytes = rows.length / header.height;
  for (let row = 0; row < header.height; row++) {
    const fault = take(rows.subarray(row * rowBytes, (row + 1) * rowBytes));
    if (fault !== undefined) return fault;
  }
  return undefined;
}
