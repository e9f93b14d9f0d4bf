import type { ReadImage, ReadMark, ReadShape } from '../content/page-mark.ts';
import { asRgb } from '../content/read-colour.ts';
import { coversPoint } from './ink-box.ts';

type Rgb = readonly [red: number, green: number, blue: number];

/** Whether a shape's fill, or a picture, covers a point. */
export function paintsAt(mark: ReadMark, x: number, y: number): boolean {
  if (mark.kind === 'text' || !coversPoint(mark.box, x, y)) return false;
  if (mark.kind === 'image') return !mark.stencil && !mark.hidden;
  if (!mark.fill) return false;
  if (!mark.rings) return true;
  return mark.rings.reduce((inside, ring) => (inRing(ring, x, y) ? !inside : inside), false);
}

/** Whether a point is in a ring, by the even-odd rule. */
function inRing(ring: readonly number[], x: number, y: number): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
    const [ax, ay, bx, by] = [ring[at]!, ring[at + 1]!, ring[before]!, ring[before + 1]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** What can be under or over a text: areas and pictures, each with its place in the order of painting. */
export type Backgrounds = readonly { readonly mark: ReadShape | ReadImage; readonly order: number }[];

/** How many areas of a page are kept: the largest, since a map has a hundred thousand. */
const MOST_BACKGROUNDS = 2000;

/** Gives the areas and pictures of a page that can be under or over a text. */
export function backgroundsOf(marks: readonly ReadMark[]): Backgrounds {
  const backgrounds = marks.flatMap((mark, order) =>
    mark.kind === 'image' || (mark.kind === 'shape' && mark.fill) ? [{ mark, order }] : [],
  );
  if (backgrounds.length <= MOST_BACKGROUNDS) return backgrounds;
  const area = ({ mark: { box } }: Backgrounds[number]) => box.width * box.height;
  return [...backgrounds]
    .sort((a, b) => area(b) - area(a))
    .slice(0, MOST_BACKGROUNDS)
    .sort((a, b) => a.order - b.order);
}

/**
 * Gives the colour under a point of a text: that of the paper, or of what was painted over it.
 * @param order the text's place in the order of painting
 * @returns undefined if a picture or pattern is there
 */
export function rgbUnder(backgrounds: Backgrounds, order: number, x: number, y: number): Rgb | undefined {
  let rgb: Rgb | undefined = [1, 1, 1];
  for (const background of backgrounds) {
    const { mark } = background;
    if (background.order > order) break;
    if (!paintsAt(mark, x, y)) continue;
    const painted = mark.kind === 'shape' && mark.fill ? asRgb(mark.fill) : undefined;
    const opacity = mark.opacity ?? 1;
    const below: Rgb | undefined = rgb;
    rgb = painted && (opacity === 1 || below) ? blended(painted, below ?? [0, 0, 0], opacity) : undefined;
  }
  return rgb;
}

/** Gives the colour that a colour of some opacity makes over another. */
export function blended(over: Rgb, under: Rgb, opacity: number): Rgb {
  const blend = (index: 0 | 1 | 2) => over[index] * opacity + under[index] * (1 - opacity);
  return [blend(0), blend(1), blend(2)];
}
