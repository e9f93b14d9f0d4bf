import { Unzlib } from 'fflate';

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
  const bits = bitsOf(header);
  const rowBytes = Math.ceil((header.width * bits) / 8);
  const raw = inflateRows(data, (rowBytes + 1) * header.height);
  return typeof raw === 'string' ? raw : withoutFilters(raw, rowBytes, Math.max(1, bits >> 3), header.height);
}

/** The bits of a pixel. */
export const bitsOf = ({ depth, colour }: PngHeader): number => depth * channelsOf(colour);

/** Inflates rows, filter bytes included. Stops as soon as there are more bytes than expected. */
export function inflateRows(data: readonly Uint8Array[], expected: number): Uint8Array | string {
  const raw = new Uint8Array(expected);
  let got = 0;
  let over = false;
  const inflate = new Unzlib((chunk) => {
    over ||= got + chunk.length > expected;
    if (!over) raw.set(chunk, got);
    got += chunk.length;
  });
  try {
    data.forEach((part, index) => {
      for (let at = 0; at === 0 || at < part.length; at += PIECE_BYTES) {
        const last = index === data.length - 1 && at + PIECE_BYTES >= part.length;
        if (!over) inflate.push(part.subarray(at, at + PIECE_BYTES), last);
      }
    });
  } catch {
    return 'its data is corrupt';
  }
  if (over) return 'it contains more data than its header says';
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
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (rowBytes + 1)]!;
    if (filter > 4) return 'its data is corrupt';
    const from = row * (rowBytes + 1) + 1;
    const to = row * rowBytes;
    for (let at = 0; at < rowBytes; at++) {
      const left = at >= step ? rows[to + at - step]! : 0;
      const above = row > 0 ? rows[to + at - rowBytes]! : 0;
      const corner = row > 0 && at >= step ? rows[to + at - rowBytes - step]! : 0;
      rows[to + at] = raw[from + at]! + predictedByte(filter, left, above, corner);
    }
  }
  return rows;
}

function predictedByte(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const guess = left + above - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
      return a <= b && a <= c ? left : b <= c ? above : corner;
    }
    default:
      return 0;
  }
}
