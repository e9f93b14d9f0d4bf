import { bleedOf, grown } from '../../pages/bleed.ts';
import type { Laid } from '../../pages/laid.ts';
import { mm, rounded } from '../../pages/length.ts';
import type { Box, Mark, Page } from '../../pages/page.ts';
import { atBothEnds, hairline, MARK_GAP, UNPRINTABLE } from './cut-marks.ts';

/** The length of marks, in points. */
const LONG = mm(5);

/** Cut or fold lines across sheets, in points from the left or the top. */
interface SheetLines {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly folded: boolean;
}

const NO_LINES: SheetLines = { columns: [], rows: [], folded: false };

/**
 * Puts pages with a bleed on larger sheets, with marks that show where to cut, outside the bleed. Pages without a
 * bleed, or
 * already on larger sheets, are unchanged.
 */
export function withTrimMarks(laid: Laid, lines: SheetLines = NO_LINES): Laid {
  if (!laid.pages.some(sticksOut)) return laid;
  const rooms = laid.pages.map((page) => (sticksOut(page) ? roomAround(page) : 0));
  return {
    ...laid,
    ...(laid.cells && { cells: laid.cells.map((cell) => moved(cell, rooms[0] ?? 0)) }),
    pages: laid.pages.map((page, index) => (rooms[index] ? onLargerSheet(page, rooms[index], lines) : page)),
    destinations: Object.fromEntries(
      Object.entries(laid.destinations).map(([name, { page, y }]) => [
        name,
        { page, y: rounded(y + (rooms[page] ?? 0)) },
      ]),
    ),
  };
}

const sticksOut = ({ boxes }: Page): boolean => Math.min(boxes.bleed.x, boxes.bleed.y) < 0;

const roomAround = (page: Page): number => bleedOf(page) + MARK_GAP + LONG + UNPRINTABLE;

const moved = (box: Box, by: number): Box => ({ ...box, x: rounded(box.x + by), y: rounded(box.y + by) });

function onLargerSheet(page: Page, room: number, { columns, rows, folded }: SheetLines): Page {
  const { width, height } = page;
  const sheet = { width: rounded(width + 2 * room), height: rounded(height + 2 * room) };
  const end = UNPRINTABLE + LONG;
  const vertical = (x: number, dashed: boolean): Mark[] =>
    atBothEnds(sheet.height, end).map(([from, to]) => hairline([room + x, from, room + x, to], 0, dashed));
  const horizontal = (y: number, dashed: boolean): Mark[] =>
    atBothEnds(sheet.width, end).map(([from, to]) => hairline([from, room + y, to, room + y], 0, dashed));
  const marks = [
    ...[0, width].flatMap((x) => vertical(x, false)),
    ...[0, height].flatMap((y) => horizontal(y, false)),
    ...columns.flatMap((x) => vertical(x, folded)),
    ...rows.flatMap((y) => horizontal(y, folded)),
  ];
  return {
    ...page,
    ...sheet,
    boxes: {
      trim: moved(page.boxes.trim, room),
      bleed: moved(page.boxes.bleed, room),
      crop: { x: 0, y: 0, ...sheet },
    },
    marks: [
      ...marks,
      {
        kind: 'group',
        role: 'trimmed',
        x: rounded(room),
        y: rounded(room),
        turn: 0,
        scale: 1,
        clip: grown({ x: 0, y: 0, width, height }, bleedOf(page)),
        marks: page.marks,
      },
    ],
  };
}
