import { append } from '../../diagnostics/collections/append.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import { smallest } from '../../diagnostics/collections/smallest.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { rounded } from '../../pages/length.ts';
import type { Mark } from '../../pages/page.ts';
import { backdropMarks } from './backdrop-marks.ts';
import type { LayoutContext } from './layout-context.ts';
import { keptWithNext, type Strip, shifted, strip } from './strip.ts';

/** One of several cells side by side: its strips and the x of its left edge. */
interface SideCell {
  readonly x: number;
  readonly strips: readonly Strip[];
}

/** A strip at its place in the row. */
interface PlacedSlice {
  readonly strip: Strip;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly last: boolean;
}

/** A row that fills a larger share of a frame than this may be broken. */
export const WHOLE = 1 / 3;

/**
 * Puts cells side by side, as one strip or, if that would be taller than a third of a frame, as slices between which a
 * page may end. Slices are cut where no cell has a line, so no line is ever cut.
 * @param padding room above and below the cells
 */
export function sideBySide(
  cells: readonly SideCell[],
  at: Place,
  padding: number,
  context: LayoutContext,
): Strip[] {
  const whole = context.frameHeight * WHOLE;
  let placed = cells.flatMap((cell) => stackedCell(cell, padding));
  let ends: number[] = [];
  if (bottomOf(placed) > whole) {
    ends = cutPositions(placed);
    const tallest = largest([...ends, bottomOf(placed)].map((end, index) => end - (ends[index - 1] ?? 0)));
    if (tallest > whole) {
      placed = alignedCells(cells, padding, whole / 2);
      ends = cutPositions(placed);
    }
  }
  const bottom = Math.max(padding, bottomOf(placed)) + padding;
  const slices: Strip[] = [];
  let top = 0;
  for (const end of [...ends, bottom]) {
    const inside = placed.filter(({ y, height }) => y >= top - 0.01 && y + height <= end + 0.01);
    // The room above a slice is left out at the top of a page.
    const begins = top === 0 ? 0 : smallest(inside.map(({ y }) => y));
    slices.push(slice(inside, begins, end, at, begins - top));
    top = end;
  }
  return slices.map((one, index) =>
    index < slices.length - 1 && (index === 0 || index === slices.length - 2) ? keptWithNext(one) : one,
  );
}

const bottomOf = (placed: readonly PlacedSlice[]) =>
  largest(
    placed.map(({ y, height }) => y + height),
    0,
  );

/**
 * Moves the strips of cells whose lines are not level down so that they are level every `every` points, where the row
 * may be cut.
 */
function alignedCells(cells: readonly SideCell[], padding: number, every: number): PlacedSlice[] {
  const waiting = cells.map((cell) => stackedCell(cell, padding));
  const done: PlacedSlice[] = [];
  let top = padding;
  while (waiting.some((cell) => cell.length > 0)) {
    // At least one strip of each cell, so that a very tall one does not hold up the others.
    const taken = waiting.map((cell) => {
      const start = cell[0]?.y ?? 0;
      const over = cell.findIndex(({ y, height }) => y + height - start > every);
      const count = over < 0 ? cell.length : Math.max(1, over);
      return cell.splice(0, count).map((one) => ({ ...one, y: one.y - start + top }));
    });
    append(done, taken.flat());
    top = bottomOf(done);
  }
  // In cell order, and from top to bottom within each cell, as `cutPositions` expects.
  return cells.flatMap(({ x }) => done.filter((one) => one.x === x));
}

function stackedCell({ x, strips }: SideCell, padding: number): PlacedSlice[] {
  let y = padding;
  return strips.map((one, index) => {
    if (index > 0) y += one.gapBefore;
    const here = { strip: one, x, y, height: one.height, last: index === strips.length - 1 };
    y += one.height;
    return here;
  });
}

/** Lists where a row may be cut: where no strip of any cell crosses, and none is kept with the next. */
function cutPositions(placed: readonly PlacedSlice[]): number[] {
  const ends = [...new Set(placed.map(({ y, height }) => rounded(y + height)))].sort((a, b) => a - b);
  return ends.slice(0, -1).filter((end) =>
    placed.every(({ strip: one, y, height, last }, index) => {
      if (y < end - 0.01 && y + height > end + 0.01) return false;
      const next = placed[index + 1];
      const endsHere = !last && next && y + height <= end + 0.01 && next.y >= end - 0.01;
      return !(endsHere && one.keep.next);
    }),
  );
}

function slice(
  inside: readonly PlacedSlice[],
  top: number,
  end: number,
  at: Place,
  gapBefore: number,
): Strip {
  const moved = inside.map((one) => ({ ...one, y: one.y - top }));
  const marks: Mark[] = [
    ...backdropMarks(moved),
    ...moved.flatMap(({ strip: one, x, y }) => shifted(one.marks, x, y)),
  ];
  return strip(at, end - top, marks, {
    gapBefore,
    notes: moved.flatMap(({ strip: one }) => one.notes),
    asides: moved.flatMap(({ strip: one }) => one.asides),
    anchors: moved.flatMap(({ strip: one, y }) =>
      one.anchors.map((anchor) => ({ ...anchor, y: anchor.y + y })),
    ),
    late: moved.flatMap(({ strip: one, x, y }) =>
      one.late.map((late) => ({ ...late, mark: { ...late.mark, x: late.mark.x + x, y: late.mark.y + y } })),
    ),
  });
}
