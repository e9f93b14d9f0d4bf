import { ownValue } from '../../../../diagnostics/collections/own-value.ts';
import type { Matrix } from '../../../matrix.ts';
import type { Box } from '../../../page.ts';
import type { SvgElement } from '../document/svg-tree.ts';

/** The size of a drawing, and how its user units become points. */
export interface Viewport {
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** From user units to points. */
  readonly matrix: Matrix;
  /** Reads a length in user units; undefined if the text is not a length. @param name the attribute, for percentages */
  length(text: string, name: string): number | undefined;
}

/** CSS pixels in each unit. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};
const POINTS = 72 / 96;
const MAX_SIDE = 100_000;

/** Reads the size of a drawing. @returns the viewport; or, in words, what is wrong with the size */
export function readViewport(root: SvgElement): Viewport | string {
  if (root.name !== 'svg') return `its first element is “${root.name}”, not “svg”`;
  const { width: w, height: h, viewBox, preserveAspectRatio: fitted = '' } = root.attributes;
  const box = viewBox
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  if (box && (box.length !== 4 || !box.every(Number.isFinite) || box[2]! <= 0 || box[3]! <= 0))
    return 'its viewBox is invalid';
  const given = (text: string | undefined) =>
    text === undefined || text.endsWith('%') ? undefined : toPixels(text);
  const size = { width: given(w), height: given(h) };
  const ratio = box && box[2]! / box[3]!;
  const width = size.width ?? (size.height !== undefined && ratio ? size.height * ratio : box?.[2]);
  const height = size.height ?? (width !== undefined && ratio ? width / ratio : box?.[3]);
  if (!width || !height || width <= 0 || height <= 0 || Math.max(width, height) > MAX_SIDE)
    return 'it has no valid size';
  const [x, y, across, down] = (box ?? [0, 0, width, height]) as [number, number, number, number];
  const uniform = Math.min(width / across, height / down);
  const [sx, sy] = fitted.trim() === 'none' ? [width / across, height / down] : [uniform, uniform];
  const [dx, dy] = [(width - across * sx) / 2, (height - down * sy) / 2];
  return {
    width: width * POINTS,
    height: height * POINTS,
    matrix: [sx * POINTS, 0, 0, sy * POINTS, (dx - x * sx) * POINTS, (dy - y * sy) * POINTS],
    length(text, name) {
      const share = /^\s*(-?[\d.]+)%\s*$/.exec(text)?.[1];
      if (share === undefined) return toPixels(text);
      const whole = /^(x|cx|dx|x1|x2|width|rx)$/.test(name)
        ? across
        : /^(y|cy|dy|y1|y2|height|ry)$/.test(name)
          ? down
          : Math.hypot(across, down) / Math.SQRT2;
      return (Number(share) / 100) * whole;
    },
  };
}

/**
 * The transform from the units of a `viewBox` to a box that it is fitted into.
 * @returns undefined if the `viewBox` is invalid
 */
export function viewBoxMatrix(viewBox: string, fit = '', box: Box): Matrix | undefined {
  const numbers = viewBox
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [x = 0, y = 0, across = 0, down = 0] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite) || across <= 0 || down <= 0) return undefined;
  const [w, h] = [box.width / across, box.height / down];
  const uniform = fit.includes('slice') ? Math.max(w, h) : Math.min(w, h);
  const [sx, sy] = fit.trim().startsWith('none') ? [w, h] : [uniform, uniform];
  const share = (end: 'x' | 'Y') => (fit.includes(`${end}Min`) ? 0 : fit.includes(`${end}Max`) ? 1 : 0.5);
  const [dx, dy] = [(box.width - across * sx) * share('x'), (box.height - down * sy) * share('Y')];
  return [sx, 0, 0, sy, box.x + dx - x * sx, box.y + dy - y * sy];
}

function toPixels(text: string): number | undefined {
  const match = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*([a-z]*)\s*$/i.exec(text);
  const unit = match && ownValue(UNITS, match[2]!.toLowerCase());
  return match && unit !== undefined && unit !== null ? Number(match[1]) * unit : undefined;
}
