import { createReport } from '../../diagnostics/report.ts';
import type { Frame, Section } from '../strips/strip.ts';
import { chooseBreaks } from './choose-breaks.ts';
import type { FrameRun } from './frame-run.ts';

/** The step between the heights tried, in points. */
const STEP = 2;

/**
 * Makes the columns of a section’s last page about equally long. Finds the least height at which its strips still fit
 * into
 * its columns, by binary search. Pages with one column, notes or stretching strips are left unchanged.
 * @returns the runs, and frames with the height found
 */
export function balanceColumns(
  section: Section,
  runs: readonly FrameRun[],
): { runs: readonly FrameRun[]; frame: (index: number) => Frame } {
  const { strips, frame } = section;
  const page = frame(runs.length - 1).page;
  const first = runs.findIndex((_, index) => frame(index).page === page);
  const from = runs[first]!.from;
  const columns = columnsFrom(first, page, frame);
  const remaining = strips.slice(from);
  const noted = runs.slice(first).some(({ notes }) => notes.length > 0);
  if (columns < 2 || noted || remaining.some(({ stretch, breaks }) => stretch > 0 || breaks))
    return { runs, frame };

  const whole = frame(first).height;
  const shorter = (height: number) => (index: number) =>
    index < first ? frame(index) : { ...frame(index), height };
  const tryAt = (height: number) => {
    const report = createReport();
    const tried = chooseBreaks(
      { ...section, strips: remaining, frame: (index) => shorter(height)(first + index) },
      report,
    );
    return tried.length <= columns && report.diagnostics.length === 0 ? tried : undefined;
  };
  let best: { height: number; tried: FrameRun[] } | undefined;
  let low = 1;
  let high = Math.floor(whole / STEP);
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const tried = tryAt(middle * STEP);
    if (tried) {
      best = { height: middle * STEP, tried };
      high = middle - 1;
    } else low = middle + 1;
  }
  if (!best) return { runs, frame };
  const balanced = best.tried.map((run) => ({ ...run, from: run.from + from, to: run.to + from }));
  return { runs: [...runs.slice(0, first), ...balanced], frame: shorter(best.height) };
}

function columnsFrom(first: number, page: number, frame: (index: number) => Frame): number {
  let count = 0;
  while (frame(first + count).page === page) count++;
  return count;
}
