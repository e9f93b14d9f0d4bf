import { mm, rounded } from '../../pages/length.ts';
import type { Mark } from '../../pages/page.ts';
import { cellSize, type Grid } from './grid.ts';

/** Printers do not reach the outermost 5 mm of a sheet: no mark begins nearer to its edge. */
export const UNPRINTABLE = mm(5);
/** Between a crop mark and what is cut off by it. */
export const CLEAR = mm(1);
/** The shortest crop mark that a hand finds. */
export const SHORTEST = mm(2);
/** How far marks reach into sheets that are cells from edge to edge, where the margins of pages are empty. */
const REACH = mm(3);
/** Arms of the small crosses where four cells meet. */
const ARM = mm(1.5);

/** The least room around cells, in points, that crop marks can stand in, beyond the bleed if there is one. */
export const roomForMarks = (bleed = 0): number => UNPRINTABLE + (bleed || CLEAR) + SHORTEST;

type Line = readonly [number, number, number, number];

/**
 * Hairlines at the sheet's edges in line with every cut, and small crosses where cells meet. A line that is folded is
 * dashed, and has no crosses. Where cells fill the sheet there are short marks between them only.
 * @param folded which lines between columns, or between rows, are folds: the nth counted from 0 at the edge
 * @param bleed how far cells are printed beyond their edges: no mark stands there
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
  const endOf = (margin: number) => (margin > 0 ? margin - (bleed || CLEAR) : UNPRINTABLE + REACH);
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
  // What is printed up to the cuts would show the crosses.
  return [...marks, ...(bleed > 0 ? [] : crosses).map((line) => hairline(line, 0.5, false))];
}

const NOTHING = { column: () => false, row: () => false };

/** From where to where marks stand at the beginning and at the end of a sheet of a length. */
export const atBothEnds = (length: number, end: number): [number, number][] => [
  [UNPRINTABLE, end],
  [length - end, length - UNPRINTABLE],
];

/** A thin line that is no content. */
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
