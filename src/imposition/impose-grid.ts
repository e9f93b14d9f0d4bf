import type { Laid } from '../pages/laid.ts';
import { mm, rounded } from '../pages/length.ts';
import type { GroupMark, Mark, Page } from '../pages/page.ts';

/** A sheet divided into equal cells, in points. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** Room around the cells, for marks and for what printers cannot reach. */
  readonly margin: number;
  readonly marks: 'crop' | 'none';
}

/** A grid as a product's front matter writes it, in millimetres, on a sheet. */
export function gridOf(
  sheet: { width: number; height: number },
  written: { grid: string; margin: number; marks: 'crop' | 'none' },
): Grid {
  const [columns, rows] = written.grid.split('x').map(Number) as [number, number];
  return {
    width: sheet.width,
    height: sheet.height,
    columns,
    rows,
    margin: mm(written.margin),
    marks: written.marks,
  };
}

/** The size of a grid's cells: what pages are to be laid out at. */
export function cellSize(grid: Grid): { width: number; height: number } {
  return {
    width: (grid.width - 2 * grid.margin) / grid.columns,
    height: (grid.height - 2 * grid.margin) / grid.rows,
  };
}

/** Where crop marks begin, from the sheet's edge: printers do not reach the outermost 5 mm. */
const UNPRINTABLE = mm(5);
/** Between a crop mark and what is cut off by it. */
const CLEAR = mm(1);
/** Arms of the small crosses where four cells meet. */
const ARM = mm(1.5);

/**
 * Puts pages onto sheets, in rows from the left. The grid is the same on every sheet, the last too, so that a pile
 * of sheets can be cut in one go. The structure keeps its logical order.
 */
export function imposeGrid(laid: Laid, grid: Grid): Laid {
  const cell = cellSize(grid);
  const perSheet = grid.columns * grid.rows;
  const cornerOf = (index: number) => {
    const place = index % perSheet;
    return {
      x: rounded(grid.margin + (place % grid.columns) * cell.width),
      y: rounded(grid.margin + Math.floor(place / grid.columns) * cell.height),
    };
  };
  const sheets: Page[] = [];
  const all = { x: 0, y: 0, width: grid.width, height: grid.height };
  for (let from = 0; from < laid.pages.length; from += perSheet) {
    const groups = laid.pages.slice(from, from + perSheet).map(
      (page, place): GroupMark => ({
        kind: 'group',
        ...cornerOf(place),
        turn: 0,
        scale: 1,
        role: `page ${from + place + 1}`,
        marks: page.marks,
      }),
    );
    sheets.push({
      width: grid.width,
      height: grid.height,
      boxes: { trim: all, bleed: all, crop: all },
      label: String(sheets.length + 1),
      marks: [...(grid.marks === 'crop' ? cropMarks(grid) : []), ...groups],
    });
  }
  const sheetOf = (page: number) => Math.floor(page / perSheet);
  return {
    ...laid,
    pages: sheets,
    outline: laid.outline.map((item) => ({ ...item, page: sheetOf(item.page) })),
    destinations: Object.fromEntries(
      Object.entries(laid.destinations).map(([name, { page, y }]) => [
        name,
        { page: sheetOf(page), y: y + cornerOf(page).y },
      ]),
    ),
  };
}

/** Hairlines in the margin in line with every cut, and small crosses where cells meet. */
function cropMarks(grid: Grid): Mark[] {
  const cell = cellSize(grid);
  const xs = Array.from({ length: grid.columns + 1 }, (_, index) => grid.margin + index * cell.width);
  const ys = Array.from({ length: grid.rows + 1 }, (_, index) => grid.margin + index * cell.height);
  const end = grid.margin - CLEAR;
  const lines: [number, number, number, number][] = [
    ...xs.flatMap((x): [number, number, number, number][] => [
      [x, UNPRINTABLE, x, end],
      [x, grid.height - end, x, grid.height - UNPRINTABLE],
    ]),
    ...ys.flatMap((y): [number, number, number, number][] => [
      [UNPRINTABLE, y, end, y],
      [grid.width - end, y, grid.width - UNPRINTABLE, y],
    ]),
  ];
  const crosses = xs.slice(1, -1).flatMap((x) =>
    ys.slice(1, -1).flatMap((y): [number, number, number, number][] => [
      [x - ARM, y, x + ARM, y],
      [x, y - ARM, x, y + ARM],
    ]),
  );
  const hairline =
    (colour: number) =>
    ([x1, y1, x2, y2]: [number, number, number, number]): Mark => ({
      kind: 'shape',
      standing: { artifact: 'page' },
      outline: {
        path: [
          ['M', rounded(x1), rounded(y1)],
          ['L', rounded(x2), rounded(y2)],
        ],
      },
      stroke: { colour, width: 0.25 },
    });
  return [...lines.map(hairline(0)), ...crosses.map(hairline(0.5))];
}
