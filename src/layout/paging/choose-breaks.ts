import type { Report } from '../../diagnostics/report.ts';
import { type Frame, type Section, type Strip, stackHeight } from '../strips/strip.ts';
import { ASIDE_GAP } from './place-asides.ts';

/** What one frame holds: the strips from `from` up to, but without, `to`, and the lines of notes at its foot. */
export interface FrameRun {
  readonly from: number;
  readonly to: number;
  /** What is set again on top: the header of the table that goes on in this frame. */
  readonly header: readonly Strip[];
  readonly notes: readonly Strip[];
}

/** A way to have placed everything before a strip. */
interface Route {
  readonly frames: number;
  readonly cost: number;
  readonly previous: number;
  /** What fills the frames that it added: the last with strips, those before it with notes that went on. */
  readonly runs: readonly FrameRun[];
  /** Lines of notes that went on into the next frame. */
  readonly carried: readonly Strip[];
}

/** How many lines of a note stand in the frame that refers to it, at least, before it goes on in the next. */
const FEWEST_NOTE_LINES = 2;
/** How many strips of a kept run that is parted by force go on in the next frame, at least. */
const FEWEST_CARRIED = 4;

/**
 * Where frames end, by dynamic programming over all ways to end them: as few frames as can be, and among those ways the
 * one with the least squared emptiness at the feet of all frames but the last (and the least cost of what they end
 * with, such as a hyphen).
 *
 * It is greedy in three places: a kept run longer than a frame is parted where the frame is full; of the ways to reach a
 * strip only the cheapest is followed, whatever notes it carries on; and a note goes on only from the last strip of a
 * frame that has one.
 * A strip taller than a frame is reported as `too-tall`, and stands in a frame of its own.
 */
export function chooseBreaks({ strips, frame, noteRule }: Section, report: Report): FrameRun[] {
  const best: (Route | undefined)[] = [{ frames: 0, cost: 0, previous: -1, runs: [], carried: [] }];
  for (let start = 0; start < strips.length; start++) {
    const reached = best[start];
    if (!reached) continue;
    const here = withNotesAlone(reached, start, strips[start]!.height, frame, noteRule);
    const { height } = frame(here.frames);
    const { header, headerHeight } = headerAt(strips, start, height);
    let used = headerHeight;
    let stretches = false;
    let notes: readonly Strip[] = here.carried;
    // Where the next aside could stand, if each stands beside its strip or right below the one before.
    let aside = 0;
    for (let end = start + 1; end <= strips.length; end++) {
      if (end - 1 > start && strips[end - 2]!.breaks) break;
      const added = strips[end - 1]!;
      used += added.height + (end - 1 > start ? added.gapBefore : 0);
      stretches ||= added.stretch > 0;
      for (const firstHeight of added.asides)
        aside = Math.max(aside, used - added.height) + stackHeight(firstHeight) + ASIDE_GAP;
      const room = height - used;
      const noted = fitNotes(notes, added.notes, room, noteRule);
      const fits = used <= height + 0.01 && noted !== undefined;
      if (!fits && end - 1 > start) break;
      if (!fits && room < -0.01)
        report.add(
          'too-tall',
          added.at,
          `This is ${Math.ceil(-room)} points taller than a page has room for.`,
          'Split it in two, or shorten it.',
        );
      const { set, carried } = noted ?? { set: notes, carried: added.notes };
      notes = [...notes, ...added.notes];
      const last = end === strips.length;
      if (added.keep.next && !last && fits) continue;
      // What stretches fills its frame, but less evenly the more is left to fill.
      const share = !fits ? 0 : stretches ? 0.5 : last ? 0 : 1;
      const empty = Math.max(0, room - notesHeight(set, noteRule));
      const cost =
        here.cost +
        share * (empty / height) ** 2 +
        (last ? nearlyEmptyCost(start, used / height) : added.breakCost) +
        PUSHED_ASIDE * Math.min(1, Math.max(0, aside - height) / height);
      const found: Route = {
        frames: here.frames + 1,
        cost,
        previous: start,
        runs: [...here.runs, { from: start, to: end, header, notes: set }],
        carried,
      };
      const known = best[end];
      if (!known || found.frames < known.frames || (found.frames === known.frames && found.cost < known.cost))
        best[end] = found;
    }
    // Nothing may end here, since a kept run is longer than a frame: part it where the frame is full.
    if (!best.slice(start + 1).some(Boolean)) {
      const full = fullFrame(strips, start, here.carried, height - headerHeight, noteRule);
      best[full.end] = {
        frames: here.frames + 1,
        cost: here.cost + 1,
        previous: start,
        runs: [...here.runs, { from: start, to: full.end, header, notes: full.notes }],
        carried: full.carried,
      };
    }
  }
  const end = withNotesAlone(best[strips.length]!, strips.length, Infinity, frame, noteRule);
  const runs = [...runsOf(best, strips.length), ...end.runs];
  return runs.length > 0 ? runs : [{ from: 0, to: 0, header: [], notes: [] }];
}

/** What a frame costs whose asides have to be pushed up, away from what they stand beside: by a whole frame, so much. */
const PUSHED_ASIDE = 0.6;
/** What a last frame costs that holds next to nothing, and how little is next to nothing. */
const NEARLY_EMPTY_COST = 0.12;
const NEARLY_EMPTY = 0.2;

/** The cost of a last frame that is filled to so small a share: a few lines alone on a page look left over. */
function nearlyEmptyCost(start: number, filled: number): number {
  return start === 0 ? 0 : NEARLY_EMPTY_COST * Math.max(0, 1 - filled / NEARLY_EMPTY);
}

function runsOf(best: readonly (Route | undefined)[], end: number): FrameRun[] {
  const lastFirst: (readonly FrameRun[])[] = [];
  for (let at = end; at > 0; at = best[at]!.previous) lastFirst.push(best[at]!.runs);
  return lastFirst.reverse().flat();
}

/**
 * Notes that leave no room for what comes next get frames of their own, as many as it takes.
 * @returns the way, with those frames as its only runs
 */
function withNotesAlone(
  way: Route,
  at: number,
  next: number,
  frame: (index: number) => Frame,
  rule: Strip | undefined,
): Route {
  const runs: FrameRun[] = [];
  let left = way.carried;
  while (left.length > 0 && notesHeight(left, rule) + next > frame(way.frames + runs.length).height + 0.01) {
    const { height } = frame(way.frames + runs.length);
    let count = 1;
    while (count < left.length && notesHeight(left.slice(0, count + 1), rule) <= height + 0.01) count++;
    runs.push({ from: at, to: at, header: [], notes: left.slice(0, count) });
    left = left.slice(count);
  }
  return { ...way, frames: way.frames + runs.length, runs, carried: left };
}

/** The height of notes with the rule above them. */
export function notesHeight(notes: readonly Strip[], rule: Strip | undefined): number {
  return notes.length === 0 ? 0 : (rule?.height ?? 0) + stackHeight(notes);
}

/**
 * Which lines of notes stand in so much room, and which go on in the next frame: earlier notes whole, of the last at
 * least its first lines. @returns undefined if there is too little room for that
 */
function fitNotes(
  earlier: readonly Strip[],
  added: readonly Strip[],
  room: number,
  rule: Strip | undefined,
): { set: readonly Strip[]; carried: readonly Strip[] } | undefined {
  for (let count = added.length; count >= Math.min(added.length, FEWEST_NOTE_LINES); count--) {
    if (count === added.length - 1 && added.length > FEWEST_NOTE_LINES) continue;
    const set = [...earlier, ...added.slice(0, count)];
    if (notesHeight(set, rule) <= room + 0.01) return { set, carried: added.slice(count) };
  }
  return undefined;
}

/** The header that a frame begins with, left out where the frame has no room for it and what follows. */
function headerAt(
  strips: readonly Strip[],
  start: number,
  height: number,
): { header: readonly Strip[]; headerHeight: number } {
  const { keep, gapBefore, height: firstHeight } = strips[start]!;
  const header = start > 0 ? keep.header : [];
  const headerHeight = header.length > 0 ? stackHeight(header) + gapBefore : 0;
  return headerHeight + firstHeight > height ? { header: [], headerHeight: 0 } : { header, headerHeight };
}

/** As many strips with their notes as a frame has room for, one at least, whatever holds them together. */
function fullFrame(
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
  // A last line or two would look left over: some of those before go with it, if they have no notes.
  const runEnd = strips.findIndex((one, index) => index >= end && !one.keep.next);
  let back = Math.max(start + 1, runEnd - FEWEST_CARRIED + 1);
  // Not so far that the header of a table would stay behind, alone.
  const headerOf = (index: number) => strips[index]?.keep.header.length;
  while (back < end && headerOf(back) !== headerOf(end)) back++;
  const fits = stackHeight(strips.slice(back, runEnd + 1)) <= height;
  const noted = strips.slice(back, end).some((one) => one.notes.length > 0);
  if (runEnd >= end && back < end && fits && !noted) end = back;
  return { end, notes, carried: [] };
}
