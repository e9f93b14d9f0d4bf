import { type Frame, type Strip, stackHeight } from '../strips/strip.ts';
import type { FrameRun } from './frame-run.ts';

/** The fewest lines of a note in the frame that refers to it, before it continues in the next. */
const FEWEST_NOTE_LINES = 2;
/** Gives the height of notes with the rule above them, in points. */
export function notesHeight(notes: readonly Strip[], rule: Strip | undefined): number {
  return notes.length === 0 ? 0 : (rule?.height ?? 0) + stackHeight(notes);
}

const NO_NOTES = { set: [], carried: [] };

/**
 * Divides notes between this frame and the next: earlier notes stay whole, and the newest keeps at least its first lines.
 * @param room the room for notes, in points
 * @returns undefined if there is too little room
 */
export function fitNotes(
  earlier: readonly Strip[],
  added: readonly Strip[],
  room: number,
  rule: Strip | undefined,
): { set: readonly Strip[]; carried: readonly Strip[] } | undefined {
  if (earlier.length === 0 && added.length === 0) return room + 0.01 >= 0 ? NO_NOTES : undefined;
  for (let count = added.length; count >= Math.min(added.length, FEWEST_NOTE_LINES); count--) {
    if (count === added.length - 1 && added.length > FEWEST_NOTE_LINES) continue;
    const set = [...earlier, ...added.slice(0, count)];
    if (notesHeight(set, rule) <= room + 0.01) return { set, carried: added.slice(count) };
  }
  return undefined;
}

/**
 * Gives frames of their own to notes that leave no room for what comes next, as many as needed.
 * @param notes the lines of notes carried over from earlier frames
 * @param at the strip that comes next
 * @param next the height of that strip, in points
 * @param frame gives the nth of the frames that follow, counted from 0
 * @returns those frames, and the lines of notes that are left
 */
export function framesOfNotes(
  notes: readonly Strip[],
  at: number,
  next: number,
  frame: (index: number) => Frame,
  rule: Strip | undefined,
): { runs: readonly FrameRun[]; carried: readonly Strip[] } {
  const runs: FrameRun[] = [];
  let carried = notes;
  while (carried.length > 0 && notesHeight(carried, rule) + next > frame(runs.length).height + 0.01) {
    const { height } = frame(runs.length);
    let count = 1;
    while (count < carried.length && notesHeight(carried.slice(0, count + 1), rule) <= height + 0.01) count++;
    runs.push({ from: at, to: at, header: [], notes: carried.slice(0, count) });
    carried = carried.slice(count);
  }
  return { runs, carried };
}
