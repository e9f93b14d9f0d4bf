import { Unzlib } from 'fflate';
import { unfilterRow } from './unfilter-row.ts';

/** The header of a PNG. */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGB and alpha. */
  readonly colour: number;
}

/** How much compressed data is inflated at a time: even a thousand times as large it is still small. */
const PIECE_BYTES = 16 * 1024;

export const channelsOf = (colour: number): number => ({ 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 })[colour] ?? 0;

/**
 * Inflates the rows of a PNG and undoes their filters (ISO 15948, clause 9). Stops as soon as there is more data than the
 * header says.
 * @returns the rows without filter bytes; or, in words, what is wrong with the data
 */
export function readPixelRows(data: readonly Uint8Array[], header: PngHeader): Uint8Array | string {
  const rowBytes = rowBytesOf(header);
  const rows = new Uint8Array(rowBytes * header.height);
  let to = 0;
  const fault = eachPixelRow(data, header, (row) => {
    rows.set(row, to);
    to += rowBytes;
    return undefined;
  });
  return fault ?? rows;
}

const rowBytesOf = (header: PngHeader): number => Math.ceil((header.width * bitsOf(header)) / 8);

/** The bits of a pixel. */
export const bitsOf = ({ depth, colour }: PngHeader): number => depth * channelsOf(colour);

/**
 * Gives the rows of a PNG one after another, without ever having all of them.
 * @param take says, in words, what is wrong with a row. The row is written over by the next
 * @returns what is wrong with the data
 */
export function eachPixelRow(
  data: readonly Uint8Array[],
  header: PngHeader,
  take: (row: Uint8Array) => string | undefined,
): string | undefined {
  const step = Math.max(1, bitsOf(header) >> 3);
  let above: Uint8Array = new Uint8Array(rowBytesOf(header));
  return eachFilteredRow(data, header, (filter, row) => {
    const fault = unfilterRow(filter, row, above, step) ? take(row) : 'its data is corrupt';
    above = row;
    return fault;
  });
}

/**
 * Gives the rows of a PNG as they are stored, each with the number of its filter.
 * @param take says what is wrong with a row, which is written over by the next but one
 */
export function eachFilteredRow(
  data: readonly Uint8Array[],
  header: PngHeader,
  take: (filter: number, row: Uint8Array) => string | undefined,
): string | undefined {
  const rowBytes = rowBytesOf(header);
  let row = new Uint8Array(rowBytes);
  let other = new Uint8Array(rowBytes);
  let fault: string | undefined;
  let filter = -1;
  let filled = 0;
  let left = header.height;
  const fill = (chunk: Uint8Array): void => {
    for (let at = 0; at < chunk.length && fault === undefined; ) {
      if (left === 0) fault = 'it contains more data than its header says';
      else if (filter < 0) filter = chunk[at++]!;
      else {
        const part = chunk.subarray(at, at + rowBytes - filled);
        row.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < rowBytes) continue;
        fault = take(filter, row);
        [row, other] = [other, row];
        filter = -1;
        filled = 0;
        left--;
      }
    }
  };
  const problem = inflatePieces(data, (chunk) => {
    fill(chunk);
    return fault === undefined;
  });
  return fault ?? problem ?? (left > 0 ? 'it contains less data than its header says' : undefined);
}

/** Inflates data in small pieces, as long as they are taken. @returns what is wrong with the data */
function inflatePieces(
  data: readonly Uint8Array[],
  take: (piece: Uint8Array) => boolean,
): string | undefined {
  let isTaken = true;
  const inflate = new Unzlib((chunk) => {
    isTaken &&= take(chunk);
  });
  try {
    data.forEach((part, index) => {
      for (let at = 0; at === 0 || at < part.length; at += PIECE_BYTES) {
        const last = index === data.length - 1 && at + PIECE_BYTES >= part.length;
        if (isTaken) inflate.push(part.subarray(at, at + PIECE_BYTES), last);
      }
    });
  } catch {
    return 'its data is corrupt';
  }
  return undefined;
}

/** Inflates rows, filter bytes included. Stops as soon as there are more bytes than expected. */
export function inflateRows(data: readonly Uint8Array[], expected: number): Uint8Array | string {
  const raw = new Uint8Array(expected);
  let got = 0;
  const problem = inflatePieces(data, (chunk) => {
    const fits = got + chunk.length <= expected;
    if (fits) raw.set(chunk, got);
    got += chunk.length;
    return fits;
  });
  if (problem !== undefined) return problem;
  if (got > expected) return 'it contains more data than its header says';
  if (got < expected) return 'it contains less data than its header says';
  return raw;
}

/** Undoes the filters of some rows. */
export function withoutFilters(
  raw: Uint8Array,
  rowBytes: number,
  step: number,
  height: number,
): Uint8Array | string {
  const rows = new Uint8Array(rowBytes * height);
  let above: Uint8Array = new Uint8Array(rowBytes);
  for (let row = 0; row < height; row++) {
    const from = row * (rowBytes + 1);
    const here = rows.subarray(row * rowBytes, (row + 1) * rowBytes);
    here.set(raw.subarray(from + 1, from + 1 + rowBytes));
    if (!unfilterRow(raw[from]!, here, above, step)) return 'its data is corrupt';
    above = here;
  }
  return rows;
}
