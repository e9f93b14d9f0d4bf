import { signatureAt } from './signature-at.ts';

/** Samples of a curve from 0 to 1, at even distances; between them it is straight. */
export type Curve = Float32Array;

/** Gives the curve of the numbers that a profile lists. Without any it changes nothing. */
export const sampledCurve = (samples: Float32Array): Curve =>
  samples.length > 1 ? samples : Float32Array.of(0, 1);

/** How many samples are taken of a curve that is given by a formula. */
const FORMULA_SAMPLES = 1024;

/**
 * Reads curves (`curv` or `para`) in a row, each from a multiple of four bytes. @returns undefined if one makes no
 * sense
 */
export function readCurves(tag: DataView, from: number, count: number): Curve[] | undefined {
  if (from === 0) return Array.from({ length: count }, () => Float32Array.of(0, 1));
  const curves: Curve[] = [];
  let at = from;
  for (let index = 0; index < count; index++) {
    if (at + 12 > tag.byteLength) return undefined;
    const read = signatureAt(tag, at) === 'para' ? readFormula(tag, at) : readSamples(tag, at);
    if (!read) return undefined;
    curves.push(read.curve);
    at += Math.ceil(read.length / 4) * 4;
  }
  return curves;
}

interface CurveInTag {
  readonly curve: Curve;
  /** In bytes. */
  readonly length: number;
}

function readSamples(tag: DataView, at: number): CurveInTag | undefined {
  const count = tag.getUint32(at + 8);
  if (signatureAt(tag, at) !== 'curv' || count > 65536 || at + 12 + count * 2 > tag.byteLength)
    return undefined;
  const length = 12 + count * 2;
  // A single number is an exponent, in 256ths.
  if (count === 1) {
    const exponent = tag.getUint16(at + 12) / 256;
    return { curve: curveOfFormula((x) => x ** exponent), length };
  }
  return {
    curve: sampledCurve(
      Float32Array.from({ length: count }, (_, index) => tag.getUint16(at + 12 + index * 2) / 65535),
    ),
    length,
  };
}

/** How many numbers each of the five formulas of ICC.1 (10.18) has. */
const PARAMETERS = [1, 3, 4, 5, 7];

function readFormula(tag: DataView, at: number): CurveInTag | undefined {
  const kind = tag.getUint16(at + 8);
  const count = PARAMETERS[kind];
  if (count === undefined || at + 12 + count * 4 > tag.byteLength) return undefined;
  const [g = 1, a = 1, b = 0, c = 0, d = 0, e = 0, f = 0] = Array.from(
    { length: count },
    (_, index) => tag.getInt32(at + 12 + index * 4) / 65536,
  );
  const power = (x: number) => Math.max(0, a * x + b) ** g;
  const formulas = [
    (x: number) => x ** g,
    (x: number) => (a * x + b >= 0 ? power(x) : 0),
    (x: number) => (a * x + b >= 0 ? power(x) + c : c),
    (x: number) => (x >= d ? power(x) : c * x),
    (x: number) => (x >= d ? power(x) + e : c * x + f),
  ];
  return { curve: curveOfFormula(formulas[kind]!), length: 12 + count * 4 };
}

const curveOfFormula = (formula: (x: number) => number): Curve =>
  Float32Array.from({ length: FORMULA_SAMPLES }, (_, index) => {
    const y = formula(index / (FORMULA_SAMPLES - 1));
    return Number.isFinite(y) ? Math.min(1, Math.max(0, y)) : 0;
  });

/** Gives the value of a curve at a point from 0 to 1. */
export function valueAt(curve: Curve, x: number): number {
  const place = Math.min(1, Math.max(0, x)) * (curve.length - 1);
  const below = Math.min(curve.length - 2, Math.floor(place));
  return curve[below]! + (curve[below + 1]! - curve[below]!) * (place - below);
}
