import type { InlinePicture } from './picture-content.ts';

/** Points of each unit. A pixel is that of CSS, 96 to the inch; an em is that of reading text. */
const POINTS: ReadonlyMap<string, number> = new Map([
  ['', 0.75],
  ['px', 0.75],
  ['pt', 1],
  ['pc', 12],
  ['in', 72],
  ['cm', 72 / 2.54],
  ['mm', 72 / 25.4],
  ['em', 10.5],
  ['rem', 10.5],
]);

/** Reads sizes such as `50%`, `120`, `120px` or `4cm`. What cannot be read is passed over. */
export function pictureSize(
  width: string | undefined,
  height?: string,
): Pick<InlinePicture, 'share' | 'width' | 'height'> {
  const across = lengthOf(width);
  const down = lengthOf(height);
  return {
    ...(across && 'share' in across && across),
    ...(across && 'points' in across && { width: across.points }),
    ...(down && 'points' in down && { height: down.points }),
  };
}

function lengthOf(text: string | undefined): { share: number } | { points: number } | undefined {
  const [, digits, unit = ''] = /^\s*([\d.]+)\s*(%|\\(?:text|line)width|[a-z]*)\s*$/i.exec(text ?? '') ?? [];
  const number = Number(digits);
  if (digits === undefined || !Number.isFinite(number) || number <= 0) return undefined;
  if (unit === '%') return { share: Math.min(1, number / 100) };
  if (unit.startsWith('\\')) return { share: Math.min(1, number) };
  const points = POINTS.get(unit.toLowerCase());
  return points === undefined ? undefined : { points: number * points };
}
