import { append } from '../../diagnostics/collections/append.ts';
import type { Report } from '../../diagnostics/report.ts';
import { ASIDE_GAP, type AsideStrips, type Frame, stackHeight } from '../strips/strip.ts';
import type { PlacedStrip } from './placed-strip.ts';

/** A part of the margin column that no wide strip crosses, and the asides that belong there. */
interface Stretch {
  readonly top: number;
  bottom: number;
  readonly asides: { readonly strips: AsideStrips; readonly preferredTop: number }[];
}

/**
 * Puts asides next to their strips, moved down if they would overlap and up if they would leave the frame. None is put next
 * to a wide strip. What there is no room for goes to the next free part of the margin column, perhaps in the next frame.
 * Reports an aside that is taller than a frame.
 * @param carried asides that the frame before had no room for
 * @returns the placed asides, and those carried over to the next frame
 */
export function placeAsides(
  placed: readonly PlacedStrip[],
  frame: Frame,
  carried: readonly AsideStrips[],
  report: Report,
): { placed: PlacedStrip[]; carried: readonly AsideStrips[] } {
  if (frame.asideX === undefined) return { placed: [], carried: [] };
  let waiting = carried;
  const found: PlacedStrip[] = [];
  for (const stretch of stretchesOf(placed, frame)) {
    const here = [...waiting.map((strips) => ({ strips, preferredTop: stretch.top })), ...stretch.asides];
    const count = countThatFit(here, stretch, frame, report);
    append(found, placeIn(stretch, here.slice(0, count), frame));
    waiting = here.slice(count).map(({ strips }) => strips);
  }
  return { placed: found, carried: waiting };
}

/** Divides the margin column beside a frame at its wide strips. */
function stretchesOf(placed: readonly PlacedStrip[], frame: Frame): Stretch[] {
  let current: Stretch = { top: frame.y, bottom: frame.y + frame.height, asides: [] };
  const stretches = [current];
  for (const { strip, y, height } of placed) {
    if (strip.wide) {
      current.bottom = Math.min(current.bottom, y - ASIDE_GAP);
      current = { top: y + height + ASIDE_GAP, bottom: frame.y + frame.height, asides: [] };
      stretches.push(current);
    }
    for (const strips of strip.asides) current.asides.push({ strips, preferredTop: y });
  }
  return stretches;
}

/** Counts the asides that fit into a part of the margin column. One that no frame can hold is reported, and counts. */
function countThatFit(
  asides: Stretch['asides'],
  { top, bottom }: Stretch,
  frame: Frame,
  report: Report,
): number {
  let used = 0;
  for (const [index, { strips }] of asides.entries()) {
    const height = stackHeight(strips);
    const over = height - frame.height;
    if (over > 0.01 && index === 0 && bottom - top >= frame.height - 0.01) {
      report.add(
        'margin-overflow',
        strips[0]!.at,
        `The notes here are ${Math.ceil(over)} points too tall for the margin column.`,
        'List fewer words, or make the notes shorter.',
      );
      return 1;
    }
    if (used + height > bottom - top + 0.01) return index;
    used += height + ASIDE_GAP;
  }
  return asides.length;
}

function placeIn({ top, bottom }: Stretch, asides: Stretch['asides'], frame: Frame): PlacedStrip[] {
  const heights = asides.map(({ strips }) => stackHeight(strips));
  const tops: number[] = [];
  let free = top;
  asides.forEach(({ preferredTop }, index) => {
    tops.push(Math.max(preferredTop, free));
    free = tops[index]! + heights[index]! + ASIDE_GAP;
  });
  let floor = bottom;
  for (let index = asides.length - 1; index >= 0; index--) {
    tops[index] = Math.max(frame.y, Math.min(tops[index]!, floor - heights[index]!));
    floor = tops[index]! - ASIDE_GAP;
  }
  return asides.flatMap(({ strips }, index) => {
    let y = tops[index]!;
    return strips.map((one, position): PlacedStrip => {
      if (position > 0) y += one.gapBefore;
      const { page, asideX } = frame;
      const placed = { strip: one, page, x: asideX!, y, height: one.height, repeated: false };
      y += one.height;
      return placed;
    });
  });
}
