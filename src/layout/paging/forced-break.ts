import { type Strip, stackHeight } from '../strips/strip.ts';
import { notesHeight } from './frame-notes.ts';

/** The fewest strips of a kept run that go into the next frame when the run has to be broken. */
const FEWEST_CARRIED = 4;

/**
 * Breaks a kept run that is longer than a frame: fills the frame with as many strips and their notes as fit, at least
 * one.
 * @param carried the lines of notes carried over from earlier frames
 * @param height the room in the frame, in points
 */
export function forcedBreak(
  strips: readonly Strip[],
  start: number,
  carried: readonly Strip[],
  height: number,
  rule: Strip | undefined,
): { end: number; notes: readonly Strip[]; carried: readonly Strip[] } {
  let used = strips[start]!.height;
  let notes = carried;
  let end = start + 1;
  const first = [...carried, ...strips[start]!.notes];
  if (used + notesHeight(first, rule) > height + 0.01) return { end, notes, carried: strips[start]!.notes };
  notes = first;
  for (; end < strips.length; end++) {
    const next = strips[end]!;
    const more = [...notes, ...next.notes];
    used += next.gapBefore + next.height;
    if (used + notesHeight(more, rule) > height + 0.01) break;
    notes = more;
  }
  // One or two last lines alone would look left over: some before them go with them, if they have no notes.
  const runEnd = strips.findIndex((one, index) => index >= end && !one.keep.next);
  let back = Math.max(start + 1, runEnd - FEWEST_CARRIED + 1);
  // But not so many that the header of a table is left behind alone.
  const headerOf = (index: number) => strips[index]?.keep.header.length;
  while (back < end && headerOf(back) !== headerOf(end)) back++;
  const fits = stackHeight(strips.slice(back, runEnd + 1)) <= height;
  const noted = strips.slice(back, end).some((one) => one.notes.length > 0);
  if (runEnd >= end && back < end && fits && !noted) end = back;
  return { end, notes, carried: [] };
}
