import { bitsOf, inflateRows, type PngHeader, withoutFilters } from './png-pixels.ts';

/** The seven passes of Adam7 (ISO 15948, 8.2): the first pixel of each, and the steps to the next. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Reads the rows of an interlaced PNG, as `readPixelRows` does those of others. */
export function readInterlacedRows(data: readonly Uint8Array[], header: PngHeader): Uint8Array | string {
  const bits = bitsOf(header);
  const passes = PASSES.map(([left, top, across, down]) => {
    const width = Math.ceil((header.width - left) / across);
    const height = width > 0 ? Math.max(0, Math.ceil((header.height - top) / down)) : 0;
    return { left, top, across, down, width, height, rowBytes: Math.ceil((width * bits) / 8) };
  }).filter(({ width, height }) => width > 0 && height > 0);
  const expected = passes.reduce((sum, { rowBytes, height }) => sum + (rowBytes + 1) * height, 0);
  const raw = inflateRows(data, expected);
  if (typeof raw === 'string') return raw;
  const fullBytes = Math.ceil((header.width * bits) / 8);
  const rows = new Uint8Array(fullBytes * header.height);
  let from = 0;
  for (const { left, top, across, down, width, height, rowBytes } of passes) {
    const end = from + (rowBytes + 1) * height;
    const pass = withoutFilters(raw.subarray(from, end), rowBytes, Math.max(1, bits >> 3), height);
    if (typeof pass === 'string') return pass;
    from = end;
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++)
        copyPixel(
          pass,
          row * rowBytes,
          column,
          rows,
          (top + row * down) * fullBytes,
          left + column * across,
          bits,
        );
  }
  return rows;
}

/** Copies a pixel of one row to another, where rows begin with whole bytes and pixels may be parts of one. */
function copyPixel(
  source: Uint8Array,
  sourceRow: number,
  sourceColumn: number,
  target: Uint8Array,
  targetRow: number,
  targetColumn: number,
  bits: number,
): void {
  if (bits >= 8) {
    const bytes = bits >> 3;
    const from = sourceRow + sourceColumn * bytes;
    const to = targetRow + targetColumn * bytes;
    for (let part = 0; part < bytes; part++) target[to + part] = source[from + part]!;
    return;
  }
  const from = sourceColumn * bits;
  const value = (source[sourceRow + (from >> 3)]! >> (8 - bits - (from & 7))) & (2 ** bits - 1);
  const to = targetColumn * bits;
  target[targetRow + (to >> 3)]! |= value << (8 - bits - (to & 7));
}
