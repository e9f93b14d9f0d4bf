import { append } from '../../diagnostics/collections/append.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { AsideStrips, Frame, Section, Strip } from '../strips/strip.ts';
import { balanceColumns } from './balance-columns.ts';
import { chooseBreaks } from './choose-breaks.ts';
import { notesHeight } from './frame-notes.ts';
import type { FrameRun } from './frame-run.ts';
import { marginColumn } from './margin-column.ts';
import { placeAsides } from './place-asides.ts';
import type { PlacedStrip } from './placed-strip.ts';

/** A section with its strips placed in frames. */
export interface Paginated {
  readonly placed: readonly PlacedStrip[];
  /** The strips of asides in the margin column. */
  readonly asides: readonly PlacedStrip[];
  readonly frames: readonly Frame[];
  readonly pages: number;
}

/**
 * Fills a section’s frames with its strips. It knows no kinds of block, only heights, gaps, stretch, notes and what must
 * be kept together. `chooseBreaks` decides where frames end; the columns of the last page are balanced.
 */
export function paginate(section: Section, report: Report): Paginated {
  const { runs, frame } = balanceColumns(section, chooseBreaks(section, report));
  const placed: PlacedStrip[] = [];
  const asides: PlacedStrip[] = [];
  const frames: Frame[] = [];
  let carried: readonly AsideStrips[] = [];
  const addFrame = (index: number, filled: readonly PlacedStrip[]) => {
    const current = frame(index);
    frames.push(current);
    const beside = placeAsides(filled, current, carried, report);
    append(asides, beside.placed);
    carried = beside.carried;
  };
  runs.forEach((run, index) => {
    const filled = placedStrips(frame(index), run, section);
    append(placed, filled);
    append(placed, placedNotes(frame(index), run.notes, section.noteRule));
    addFrame(index, filled);
  });
  // Asides that no frame had room for are not lost.
  while (carried.length > 0) addFrame(frames.length, []);
  return {
    placed,
    asides,
    frames,
    pages:
      largest(
        frames.map(({ page }) => page),
        0,
      ) + 1,
  };
}

/** Places the strips of one frame from its top, and shares the room that is left among those that stretch. */
function placedStrips(
  frame: Frame,
  { from, to, header, notes }: FrameRun,
  { strips, noteRule }: Section,
): PlacedStrip[] {
  const run = strips.slice(from, to);
  const all = [
    ...header.map((one) => ({ one, repeated: true })),
    ...run.map((one) => ({ one, repeated: false })),
  ];
  const column = marginColumn(0);
  const gaps = all.map(({ one }, position) => {
    const gap = position === 0 ? 0 : column.gapBefore(one);
    column.place(one, gap);
    return gap;
  });
  const used =
    all.reduce((sum, { one }, position) => sum + one.height + gaps[position]!, 0) +
    notesHeight(notes, noteRule);
  const shares = run.reduce((sum, one) => sum + one.stretch, 0);
  const left = Math.max(0, frame.height - used);
  let y = frame.y;
  return all.map(({ one, repeated }, position): PlacedStrip => {
    y += gaps[position]!;
    const height = one.height + (shares > 0 ? (left * one.stretch) / shares : 0);
    const filled = { strip: one, page: frame.page, x: leftOf(one, frame), y, height, repeated };
    y += height;
    return filled;
  });
}

/** A wide strip also covers the margin column, which is on the left of left-hand pages. */
const leftOf = ({ wide }: Strip, { x, asideX = x }: Frame) => (wide ? Math.min(x, asideX) : x);

/** Places notes at the foot of a frame, below their rule. */
function placedNotes(frame: Frame, notes: readonly Strip[], rule: Strip | undefined): PlacedStrip[] {
  if (notes.length === 0) return [];
  let y = frame.y + frame.height - notesHeight(notes, rule);
  return [...(rule ? [rule] : []), ...notes].map((one, index): PlacedStrip => {
    if (index > (rule ? 1 : 0)) y += one.gapBefore;
    const filled = { strip: one, page: frame.page, x: frame.x, y, height: one.height, repeated: false };
    y += one.height;
    return filled;
  });
}
