import { type Curve, readCurves, sampledCurve } from './curves.ts';
import { signatureAt } from './signature-at.ts';

/**
 * A table that turns colours of one space into another: a curve for each input channel, a grid of colours to
 * interpolate between, and a curve for each output channel. All numbers are from 0 to 1.
 */
export interface ColourTable {
  /** How L*a*b* is encoded in the input: as version 2 does in 16 bits, or over the whole range. */
  readonly lab: 'legacy' | 'full';
  readonly before: readonly Curve[];
  readonly grid: Grid;
  readonly after: readonly Curve[];
}

/** Colours at the points of a grid. The last input channel varies fastest. */
interface Grid {
  readonly points: readonly number[];
  readonly channels: number;
  readonly values: Float32Array;
}

/** How many numbers a grid may hold: more than 33 points on each of three sides, for four inks. */
const MOST_VALUES = 4_000_000;

/**
 * Reads a table of one of the kinds `mft1`, `mft2` (version 2) or `mBA ` (version 4).
 * @returns the table, or what is wrong with it
 */
export function readColourTable(tag: DataView, inputs: number, outputs: number): ColourTable | string {
  if (tag.byteLength < 32) return 'is almost empty';
  if (tag.getUint8(8) !== inputs || tag.getUint8(9) !== outputs) return 'has colours of another kind';
  const kind = signatureAt(tag, 0);
  if (kind === 'mft1' || kind === 'mft2') return readFlat(tag, kind === 'mft1' ? 1 : 2, inputs, outputs);
  if (kind === 'mBA ') return readLayered(tag, inputs, outputs);
  return `has the type “${kind.trim()}”, which is unknown`;
}

/** Reads `mft1` and `mft2`: curves and grid in a row, with one or two bytes per number. */
function readFlat(tag: DataView, each: 1 | 2, inputs: number, outputs: number): ColourTable | string {
  const side = tag.getUint8(10);
  const start = each === 1 ? 48 : 52;
  if (tag.byteLength < start) return 'is almost empty';
  const [entering, leaving] = each === 1 ? [256, 256] : [tag.getUint16(48), tag.getUint16(50)];
  const size = side ** inputs * outputs;
  if (side < 2 || entering < 2 || leaving < 2 || size > MOST_VALUES) return 'has invalid sizes';
  if (start + (inputs * entering + size + outputs * leaving) * each > tag.byteLength) return 'is cut off';
  let at = start;
  const take = (count: number): Float32Array => {
    const taken = numbers(tag, at, count, each);
    at += count * each;
    return taken;
  };
  const before = Array.from({ length: inputs }, () => sampledCurve(take(entering)));
  const grid = { points: Array<number>(inputs).fill(side), channels: outputs, values: take(size) };
  const after = Array.from({ length: outputs }, () => sampledCurve(take(leaving)));
  return { lab: each === 2 ? 'legacy' : 'full', before, grid, after };
}

/** Reads `mBA `: an offset says where each part is, if it is there at all. */
function readLayered(tag: DataView, inputs: number, outputs: number): ColourTable | string {
  const [b, matrix, m, clut, a] = [12, 16, 20, 24, 28].map((at) => tag.getUint32(at)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  // Between L*a*b* and inks a matrix has no meaning, and no program writes one.
  if (matrix !== 0 || m !== 0) return 'has a matrix, which is not supported';
  if (clut === 0 || clut + 20 > tag.byteLength) return 'has no grid';
  const points = Array.from({ length: inputs }, (_, index) => tag.getUint8(clut + index));
  const each = tag.getUint8(clut + 16);
  const size = points.reduce((product, side) => product * side, outputs);
  if ((each !== 1 && each !== 2) || points.some((side) => side < 2) || size > MOST_VALUES)
    return 'has invalid sizes';
  if (clut + 20 + size * each > tag.byteLength) return 'is cut off';
  const before = readCurves(tag, b, inputs);
  const after = readCurves(tag, a, outputs);
  if (!before || !after) return 'has invalid curves';
  const values = numbers(tag, clut + 20, size, each);
  return { lab: 'full', before, grid: { points, channels: outputs, values }, after };
}

/** Reads whole numbers of one or two bytes as numbers from 0 to 1. */
function numbers(tag: DataView, from: number, count: number, each: 1 | 2): Float32Array {
  const read = new Float32Array(count);
  for (let index = 0; index < count; index++)
    read[index] = each === 1 ? tag.getUint8(from + index) / 255 : tag.getUint16(from + index * 2) / 65535;
  return read;
}
