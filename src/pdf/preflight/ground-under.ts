import type { ReadImage, ReadMark, ReadShape } from '../content/page-mark.ts';
import { asLight } from '../content/read-colour.ts';
import { covers } from './ink-box.ts';

type Light = readonly [red: number, green: number, blue: number];

/** Whether a shape's fill, or a picture, is there at a point. */
export function shows(mark: ReadMark, x: number, y: number): boolean {
  if (mark.kind === 'text' || !covers(mark.box, x, y)) return false;
  if (mark.kind === 'image') return !mark.stencil && !mark.hidden;
  if (!mark.fill) return false;
  if (!mark.rings) return true;
  return mark.rings.reduce((inside, ring) => (inRing(ring, x, y) ? !inside : inside), false);
}

/** By the even-odd rule. */
function inRing(ring: readonly number[], x: number, y: number): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
    const [ax, ay, bx, by] = [ring[at]!, ring[at + 1]!, ring[before]!, ring[before + 1]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** What can lie under or over a text: areas and pictures, each with its place in the order of painting. */
export type Grounds = readonly { readonly mark: ReadShape | ReadImage; readonly order: number }[];

/** How many areas of a page are looked at: the largest, since a map has a hundred thousand. */
const MOST_GROUNDS = 2000;

export function groundsOf(marks: readonly ReadMark[]): Grounds {
  const grounds = marks.flatMap((mark, order) =>
    mark.kind === 'image' || (mark.kind === 'shape' && mark.fill) ? [{ mark, order }] : [],
  );
  if (grounds.length <= MOST_GROUNDS) return grounds;
  const area = ({ mark: { box } }: Grounds[number]) => box.width * box.height;
  return [...grounds]
    .sort((a, b) => area(b) - area(a))
    .slice(0, MOST_GROUNDS)
    .sort((a, b) => a.order - b.order);
}

/**
 * The colour that lies under a point of a text: that of the paper, or of what was painted over it.
 * @param order the text's place in the order of painting
 * @returns undefined where a picture or pattern lies there
 */
export function lightUnder(grounds: Grounds, order: number, x: number, y: number): Light | undefined {
  let light: Light | undefined = [1, 1, 1];
  for (const ground of grounds) {
    const { mark } = ground;
    if (ground.order > order) break;
    if (!shows(mark, x, y)) continue;
    const own = mark.kind === 'shape' && mark.fill ? asLight(mark.fill) : undefined;
    const opacity = mark.opacity ?? 1;
    const below: Light | undefined = light;
    light =
      own && (opacity === 1 || below)
        ? (own.map(
            (value, index) => value * opacity + (below?.[index] ?? 0) * (1 - opacity),
          ) as unknown as Light)
        : undefined;
  }
  return light;
}
