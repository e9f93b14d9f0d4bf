import { IDENTITY, type Matrix, multiply } from '../../../matrix.ts';

/** The scale of a matrix; undefined if it differs by direction. */
export function uniformScale([a, b, c, d]: Matrix): number | undefined {
  const [across, down] = [Math.hypot(a, b), Math.hypot(c, d)];
  const skew = Math.abs(a * c + b * d);
  return Math.abs(across - down) < 1e-6 * across && skew < 1e-6 * across * down ? across : undefined;
}

const FUNCTION = /(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)/g;

/** The matrix of a `transform` attribute; undefined if it is malformed. */
export function readTransform(text: string): Matrix | undefined {
  if (text.replace(FUNCTION, '').replace(/[\s,]/g, '') !== '') return undefined;
  let matrix: Matrix = IDENTITY;
  for (const [, name, list] of text.matchAll(FUNCTION)) {
    const numbers = list!
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    const one = matrixOf(name!, numbers);
    if (!one || one.some((value) => !Number.isFinite(value))) return undefined;
    matrix = multiply(one, matrix);
  }
  return matrix;
}

function matrixOf(name: string, numbers: readonly number[]): Matrix | undefined {
  const [first = 0, second, third = 0, fourth = 0, fifth = 0, sixth = 0] = numbers;
  const angle = (first * Math.PI) / 180;
  switch (name) {
    case 'matrix':
      return numbers.length === 6 ? [first, second ?? 0, third, fourth, fifth, sixth] : undefined;
    case 'translate':
      return [1, 0, 0, 1, first, second ?? 0];
    case 'scale':
      return [first, 0, 0, second ?? first, 0, 0];
    case 'rotate': {
      const [, x = 0, y = 0] = numbers;
      const turn: Matrix = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
      return multiply([1, 0, 0, 1, -x, -y], multiply(turn, [1, 0, 0, 1, x, y]));
    }
    case 'skewX':
      return [1, 0, Math.tan(angle), 1, 0, 0];
    case 'skewY':
      return [1, Math.tan(angle), 0, 1, 0, 0];
    default:
      return undefined;
  }
}
