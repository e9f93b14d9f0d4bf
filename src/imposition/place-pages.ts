import type { Laid } from '../pages/laid.ts';
import { rounded } from '../pages/length.ts';
import type { GroupMark, Mark } from '../pages/page.ts';

/** A page on one side of a sheet: where its own top left corner comes to stand, and how it is turned. */
export interface Placed {
  /** From 0. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly turn: 0 | 180;
  readonly scale: number;
}

/** One side of a sheet. */
export interface Side {
  readonly placed: readonly Placed[];
  /** What printers and cutters need, behind the pages. */
  readonly marks: readonly Mark[];
}

/**
 * Puts pages onto the sides of sheets. The structure keeps its logical order, and whatever led to a page leads to the
 * side that it stands on.
 */
export function placePages(
  laid: Laid,
  sheet: { width: number; height: number },
  sides: readonly Side[],
  printed: Laid['sides'],
): Laid {
  const { width, height } = sheet;
  const all = { x: 0, y: 0, width, height };
  const home = new Map<number, { side: number; placed: Placed }>();
  sides.forEach(({ placed }, side) => {
    for (const one of placed) home.set(one.page, { side, placed: one });
  });
  const sideOf = (page: number) => home.get(page)?.side ?? 0;
  return {
    ...laid,
    ...(printed && { sides: printed }),
    pages: sides.map(({ placed, marks }, index) => ({
      width,
      height,
      boxes: { trim: all, bleed: all, crop: all },
      label: String(index + 1),
      marks: [...marks, ...placed.map((one) => groupOf(one, laid))],
    })),
    outline: laid.outline.map((item) => ({ ...item, page: sideOf(item.page) })),
    destinations: Object.fromEntries(
      Object.entries(laid.destinations).map(([name, { page, y }]) => [
        name,
        { page: sideOf(page), y: heightOn(home.get(page)?.placed, y) },
      ]),
    ),
  };
}

const groupOf = ({ page, x, y, turn, scale }: Placed, laid: Laid): GroupMark => ({
  kind: 'group',
  x: rounded(x),
  y: rounded(y),
  turn,
  scale,
  role: `page ${page + 1}`,
  marks: laid.pages[page]!.marks,
});

function heightOn(placed: Placed | undefined, y: number): number {
  if (!placed) return y;
  return rounded(placed.y + (placed.turn === 180 ? -y : y) * placed.scale);
}
