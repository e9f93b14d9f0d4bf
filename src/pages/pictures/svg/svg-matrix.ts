/** An affine transformation, as SVG and PDF write it: x′ = ax + cy + e, y′ = bx + dy + f. */
export type SvgMatrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: SvgMatrix = [1, 0, 0, 1, 0, 0];

/** Applies the inner matrix first, then the outer one. */
export const composed = (o: SvgMatrix, i: SvgMatrix): SvgMatrix => [
  o[0] * i[0] + o[2] * i[1],
  o[1] * i[0] + o[3] * i[1],
  o[0] * i[2] + o[2] * i[3],
  o[1] * i[2] + o[3] * i[3],
  o[0] * i[4] + o[2] * i[5] + o[4],
  o[1] * i[4] + o[3] * i[5] + o[5],
];

export const transformPoint = ([a, b, c, d, e, f]: SvgMatrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** The scale of a matrix; undefined if it differs by direction. */
export function uniformScale([a, b, c, d]: SvgMatrix): number | undefined {
  const [across, down] = [Math.hypot(a, b), Math.hypot(c, d)];
  const skew = Math.abs(a * c + b * d);
  return Math.abs(across - down) < 1e-6 * across && skew < 1e-6 * across * down ? across : undefined;
}

const FUNCTION = /(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)/g;

/** The matrix of a `transform` attribute; undefined if it is malformed. */
export function readTransform(text: string): SvgMatrix | undefined {
  if (text.replace(FUNCTION, '').replace(/[\s,]/g, '') !== '') return undefined;
  let matrix = IDENTITY;
  for (const [, name, list] of text.matchAll(FUNCTION)) {
    const numbers = list!
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    const one = matrixOf(name!, numbers);
    if (!one || one.some((value) => !Number.isFinite(value))) return undefined;
    matrix = composed(matrix, one);
  }
  return matrix;
}

function matrixOf(name: string, numbers: readonly number[]): SvgMatrix | undefined {
  const [first = 0, second] = numbers;
  const angle = (first * Math.PI) / 180;
  switch (name) {
    case 'matrix':
      return numbers.length === 6 ? (numbers as unknown as SvgMatrix) : undefined;
    case 'translate':
      return [1, 0, 0, 1, first, second ?? 0];
    case 'scale':
      return [first, 0, 0, second ?? first, 0, 0];
    case 'rotate': {
      const [, x = 0, y = 0] = numbers;
      const turn: SvgMatrix = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
      return composed(composed([1, 0, 0, 1, x, y], turn), [1, 0, 0, 1, -x, -y]);
    }
    case 'skewX':
      return [1, 0, Math.tan(angle), 1, 0, 0];
    case 'skewY':
      return [1, Math.tan(angle), 0, 1, 0, 0];
    default:
      return undefined;
  }
}
