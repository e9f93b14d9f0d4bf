import type { Report } from '../../diagnostics/report.ts';
import { type Frame, type Section, type Strip, stackHeight } from '../strips/strip.ts';
import { forcedBreak } from './forced-break.ts';
import { fitNotes, framesOfNotes, notesHeight } from './frame-notes.ts';
import type { FrameRun } from './frame-run.ts';
import { type MarginColumn, marginColumn, NO_ASIDES } from './margin-column.ts';

/** The cheapest known way to place everything before a strip. */
interface Route {
  /** The frames that have no room for their asides, which are in the next frame, beside something else. */
  readonly crowded: number;
  readonly frames: number;
  readonly cost: number;
  /** The strip that the last frame begins with. */
  readonly previous: number;
  /** The frames that it added: the last one has strips, those before it only notes carried over. */
  readonly runs: readonly FrameRun[];
  /** Lines of notes carried over into the next frame. */
  readonly carried: readonly Strip[];
}

/**
 * Decides where frames end, by dynamic programming over all possible ends: all asides in the frame of their strip if that can
 * be, as few frames as possible, and of those ways the one with the least cost. The cost is the squared share left empty at the foot of each frame but the last, and that
 * of what each frame ends with, such as a hyphen.
 *
 * An entry that begins in the lowest third of a frame has to end there too.
 *
 * It is greedy in three cases: a kept run longer than a frame is broken where the frame is full; of the routes to a strip
 * only the cheapest is followed, whatever notes it carries over; and only the notes of a frame’s last strip with
 * notes are
 * carried over.
 * A strip taller than a frame is reported as `too-tall` and gets its own frame.
 */
export function chooseBreaks(section: Section, report: Report): FrameRun[] {
  const { strips, frame, noteRule } = section;
  const best: (Route | undefined)[] = [
    { crowded: 0, frames: 0, cost: 0, previous: -1, runs: [], carried: [] },
  ];
  const columnFrom = strips.some(({ asides }) => asides.length > 0) ? marginColumn : () => NO_ASIDES;
  for (let start = 0; start < strips.length; start++) {
    const reached = best[start];
    if (!reached) continue;
    const here = afterNotes(reached, start, strips[start]!.height, frame, noteRule);
    const { height } = frame(here.frames);
    const header = headerAt(strips, start, height);
    tryFrames(start, here, header, height, section, columnFrom, best, report);
    // No frame may end here, since a kept run is longer than a frame: break it where the frame is full.
    if (best.length === start + 1) {
      const room = height - headerHeight(header, strips[start]!);
      const { end, notes, carried } = forcedBreak(strips, start, here.carried, room, noteRule);
      best[end] = withFrame(here, { from: start, to: end, header, notes }, here.cost + 1, carried);
    }
  }
  const end = afterNotes(best[strips.length]!, strips.length, Infinity, frame, noteRule);
  const runs = [...runsOf(best, strips.length), ...end.runs];
  return runs.length > 0 ? runs : [{ from: 0, to: 0, header: [], notes: [] }];
}

/**
 * Tries all ways to fill one frame from a strip on. Each that is the cheapest to the strip that comes after it becomes the
 * best route there. Reports a strip that is too tall.
 */
function tryFrames(
  start: number,
  here: Route,
  header: readonly Strip[],
  height: number,
  { strips, noteRule, leastFilled }: Section,
  columnFrom: (top: number) => MarginColumn,
  best: (Route | undefined)[],
  report: Report,
): void {
  let used = headerHeight(header, strips[start]!);
  let stretches = false;
  let notes: readonly Strip[] = here.carried;
  // Whether an entry has begun in the lowest part of the frame.
  let beginsLow = false;
  const margin = columnFrom(used);
  for (let end = start + 1; end <= strips.length; end++) {
    const isFirst = end - 1 === start;
    if (!isFirst && strips[end - 2]!.breaks) break;
    const added = strips[end - 1]!;
    const gap = isFirst ? 0 : margin.gapBefore(added);
    margin.place(added, gap);
    used += added.height + gap;
    stretches ||= added.stretch > 0;
    if (added.opens && !strips[end - 2]?.keep.next)
      beginsLow = !isFirst && used - added.height > height * LOWEST_BEGINNING;
    const room = height - used;
    const noted = fitNotes(notes, added.notes, room, noteRule);
    const fits = used <= height + 0.01 && noted !== undefined;
    if (!fits && !isFirst) break;
    if (!fits && room < -0.01) reportTooTall(added, room, report);
    const { set, carried } = noted ?? { set: notes, carried: added.notes };
    if (added.notes.length > 0) notes = [...notes, ...added.notes];
    const isLast = end === strips.length;
    if (added.keep.next && !isLast && fits) continue;
    if (beginsLow && !isLast && !strips[end]!.opens) continue;
    // A stretching strip fills its frame, but less evenly the more room is left.
    const share = !fits ? 0 : stretches ? 0.5 : isLast ? 0 : 1;
    const empty = Math.max(0, room - notesHeight(set, noteRule));
    const cost =
      here.cost +
      share * (empty / height) ** 2 +
      (isLast ? nearlyEmptyCost(start, used / height) : added.breakCost) +
      (isLast ? 0 : leftOverCost(strips, end)) +
      (stretches ? 0 : unfilledCost(used / height, isLast, leastFilled)) +
      PUSHED_ASIDE * Math.min(1, margin.pushed(height) / height);
    const crowded = here.crowded + (margin.over(height) > 0.01 ? 1 : 0);
    if (!isBetter(crowded, here.frames + 1, cost, best[end])) continue;
    const run = { from: start, to: end, header, notes: set };
    best[end] = { ...withFrame(here, run, cost, carried), crowded };
  }
}

/** Whether a route is better than the best that is known. Nearly all are not, so only what is compared is given. */
const isBetter = (crowded: number, frames: number, cost: number, known: Route | undefined): boolean =>
  !known || (crowded - known.crowded || frames - known.frames || cost - known.cost) < 0;

function reportTooTall({ at }: Strip, room: number, report: Report): void {
  report.add(
    'too-tall',
    at,
    `This is ${Math.ceil(-room)} points too tall for a page.`,
    'Split it in two, or shorten it.',
  );
}

/** Adds a frame to a route; `cost` is the total. */
const withFrame = (route: Route, run: FrameRun, cost: number, carried: readonly Strip[]): Route => ({
  crowded: route.crowded,
  frames: route.frames + 1,
  cost,
  previous: run.from,
  runs: [...route.runs, run],
  carried,
});

/** The cost of a frame that is filled less than it has to be, besides what it lacks: of the last less, since one is left over. */
const UNFILLED = 1;
const UNFILLED_LAST = 0.3;

const unfilledCost = (filled: number, isLast: boolean, least = 0): number =>
  filled >= least ? 0 : least - filled + (isLast ? UNFILLED_LAST : UNFILLED);

/** An entry that begins further down a frame has to end there too, so that it does not begin with a few lines. */
const LOWEST_BEGINNING = 2 / 3;
/** The cost of a frame whose asides have to move up, away from their strips, by the height of a frame. */
const PUSHED_ASIDE = 0.6;
/** The cost of a last frame that is almost empty, and the share of a frame that counts as almost empty. */
const NEARLY_EMPTY_COST = 0.12;
const NEARLY_EMPTY = 0.2;

/** The cost of a few lines at the top of a frame before a new entry, and how many strips are few. */
const LEFT_OVER_COST = 0.06;
const FEW = 4;

/** Gives the cost of ending a frame just before the end of an entry. */
function leftOverCost(strips: readonly Strip[], end: number): number {
  if (strips[end]!.opens) return 0;
  for (let at = end + 1; at <= end + FEW; at++) if (strips[at]?.opens) return LEFT_OVER_COST;
  return 0;
}

/** Gives the cost of a last frame filled to a small share: a few lines alone on a page look left over. */
function nearlyEmptyCost(start: number, filled: number): number {
  return start === 0 ? 0 : NEARLY_EMPTY_COST * Math.max(0, 1 - filled / NEARLY_EMPTY);
}

function runsOf(best: readonly (Route | undefined)[], end: number): FrameRun[] {
  const lastFirst: (readonly FrameRun[])[] = [];
  for (let at = end; at > 0; at = best[at]!.previous) lastFirst.push(best[at]!.runs);
  return lastFirst.reverse().flat();
}

/**
 * Puts notes carried over that leave no room for the next strip in frames of their own, which become the only runs of
 * the route.
 */
function afterNotes(
  route: Route,
  at: number,
  next: number,
  frame: (index: number) => Frame,
  rule: Strip | undefined,
): Route {
  if (route.carried.length === 0) return { ...route, runs: [] };
  const { runs, carried } = framesOfNotes(
    route.carried,
    at,
    next,
    (index) => frame(route.frames + index),
    rule,
  );
  return { ...route, frames: route.frames + runs.length, runs, carried };
}

/** Gives the header that a frame begins with; none if the frame has no room for it and what follows. */
function headerAt(strips: readonly Strip[], start: number, height: number): readonly Strip[] {
  const first = strips[start]!;
  const header = start > 0 ? first.keep.header : [];
  return headerHeight(header, first) + first.height > height ? [] : header;
}

const headerHeight = (header: readonly Strip[], { gapBefore }: Strip): number =>
  header.length > 0 ? stackHeight(header) + gapBefore : 0;
