import type { Report } from '../../diagnostics/report.ts';
import { type Frame, stackHeight } from '../strips/strip.ts';
import type { PlacedStrip } from './placed-strip.ts';

/** The least room between two asides, in points. */
export const ASIDE_GAP = 10;

/**
 * Puts asides next to their strips, moved down if they would overlap and up if they would leave the frame. Reports a
 * margin column that is too full.
 */
export function placeAsides(placed: readonly PlacedStrip[], frame: Frame, report: Report): PlacedStrip[] {
  const { asideX } = frame;
  const groups = placed.flatMap(({ strip, y }) =>
    strip.asides.map((strips) => ({ strips, preferredTop: y, height: stackHeight(strips) })),
  );
  if (groups.length === 0 || asideX === undefined) return [];
  const tops: number[] = [];
  let free = frame.y;
  for (const group of groups) {
    const top = Math.max(group.preferredTop, free);
    tops.push(top);
    free = top + group.height + ASIDE_GAP;
  }
  let floor = frame.y + frame.height;
  for (let index = groups.length - 1; index >= 0; index--) {
    tops[index] = Math.min(tops[index]!, floor - groups[index]!.height);
    floor = tops[index]! - ASIDE_GAP;
  }
  if (tops[0]! < frame.y - 0.01) {
    const at = groups[0]!.strips[0]!.at;
    report.add(
      'margin-overflow',
      at,
      `The notes here are ${Math.ceil(frame.y - tops[0]!)} points too tall for the margin column.`,
      'List fewer words, or make the notes shorter.',
    );
  }
  return groups.flatMap((group, index) => {
    let y = tops[index]!;
    return group.strips.map((one, position): PlacedStrip => {
      if (position > 0) y += one.gapBefore;
      const placed = { strip: one, page: frame.page, x: asideX, y, height: one.height, repeated: false };
      y += one.height;
      return placed;
    });
  });
}
