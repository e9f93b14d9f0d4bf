import { mm, rounded } from '../../pages/length.ts';
import type { Mark } from '../../pages/page.ts';
import { cellSize, type Grid } from './grid.ts';

/** Printers do not reach the outermost 5 mm of a sheet, so no mark begins closer to the edge. In points. */
export const UNPRINTABLE = mm(5);
/** The gap between a crop mark and the cut, in points. */
export const MARK_GAP = mm(1);
/** The shortest crop mark that is easy to find, in points. */
export const SHORTEST_MARK = mm(2);
/** The length of marks on sheets whose cells reach the edges, where the margins of pages are empty; in points. */
const REACH = mm(3);
/** The length of each arm of the small crosses where four cells meet, in points. */
const ARM = mm(1.5);

/** Gives the least room that crop marks need around cells, in points, outside the bleed if there is one. */
export const roomForMarks = (bleed = 0): number => UNPRINTABLE + (bleed || MARK_GAP) + SHORTEST_MARK;

type Line = readonly [number, number, number, number];

/**
 * Draws hairlines at the sheet’s edges in line with every cut, and small crosses where cells meet. Fold lines are
 * dashed and
 * have no crosses. If cells fill the sheet, there are only short marks between them.
 * @param folded whether the nth line between columns, or between rows, is a fold, counted from 0 at the edge
 * @param bleed how far cells are printed beyond their edges, in points: marks stay outside it
 */
export function cutMarks(
  grid: Grid,
  folded: { column: (line: number) => boolean; row: (line: number) => boolean } = NOTHING,
  bleed = 0,
): Mark[] {
  const cell = cellSize(grid);
  const { x: left, y: top } = grid.margin;
  const xs = Array.from({ length: grid.columns + 1 }, (_, index) => left + index * cell.width);
  const ys = Array.from({ length: grid.rows + 1 }, (_, index) => top + index * cell.height);
  const inside = (lines: readonly number[], margin: number) => (margin > 0 ? lines : lines.slice(1, -1));
  const endOf = (margin: number) => (margin > 0 ? margin - (bleed || MARK_GAP) : UNPRINTABLE + REACH);
  const isColumn = (x: number) => folded.column(xs.indexOf(x));
  const isRow = (y: number) => folded.row(ys.indexOf(y));
  const marks = [
    ...inside(xs, left).flatMap((x) =>
      atBothEnds(grid.height, endOf(top)).map(([from, to]) => hairline([x, from, x, to], 0, isColumn(x))),
    ),
    ...inside(ys, top).flatMap((y) =>
      atBothEnds(grid.width, endOf(left)).map(([from, to]) => hairline([from, y, to, y], 0, isRow(y))),
    ),
  ];
  const crosses = xs
    .slice(1, -1)
    .flatMap((x) =>
      ys
        .slice(1, -1)
        .flatMap((y): Line[] => [
          ...(isRow(y) ? [] : [[x - ARM, y, x + ARM, y] as const]),
          ...(isColumn(x) ? [] : [[x, y - ARM, x, y + ARM] as const]),
        ]),
    );
  // Crosses would be visible on cards that are printed up to the cuts.
  return [...marks, ...(bleed > 0 ? [] : crosses).map((line) => hairline(line, 0.5, false))];
}

const NOTHING = { column: () => false, row: () => false };

/** Gives the start and end of the marks at both ends of a sheet of the given length. */
export const atBothEnds = (length: number, end: number): [number, number][] => [
  [UNPRINTABLE, end],
  [length - end, length - UNPRINTABLE],
];

/** Draws a thin line, as an artifact. */
export function hairline([x1, y1, x2, y2]: Line, colour: number, dashed: boolean): Mark {
  return {
    kind: 'shape',
    structureRef: { artifact: 'page' },
    outline: {
      path: [
        ['M', rounded(x1), rounded(y1)],
        ['L', rounded(x2), rounded(y2)],
      ],
    },
    stroke: { colour, width: 0.25, ...(dashed && { dash: [2, 2] }) },
  };
}
