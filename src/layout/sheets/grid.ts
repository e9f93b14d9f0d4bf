import { mm } from '../../pages/length.ts';
import { type Size, sizeOf } from './size.ts';

/** A sheet divided into equal cells, in points. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** The room around the cells, for marks and for the area that printers cannot reach. */
  readonly margin: { readonly x: number; readonly y: number };
  readonly marks: 'crop' | 'none';
}

/** Gives the grid that a product’s front matter asks for, in millimetres, on a sheet. */
export function gridOf(sheet: Size, written: { grid: string; margin: number; marks: 'crop' | 'none' }): Grid {
  const [columns, rows] = written.grid.split('x').map(Number) as [number, number];
  const margin = { x: mm(written.margin), y: mm(written.margin) };
  return { ...sizeOf(sheet), columns, rows, margin, marks: written.marks };
}

/**
 * Fills a sheet with as many cards as fit inside its margin, centred.
 * @param size the size of a card, in points
 * @param margin the least room around the cards, in points
 * @param even whether to use an even number of columns if there are two or more, or else of rows
 */
export function cardGrid(
  sheet: Size,
  size: Size,
  margin: number,
  marks: 'crop' | 'none',
  even: boolean,
): Grid {
  // A card that fits exactly must not be lost to rounding.
  const most = (room: number, card: number) => Math.floor((room - 2 * margin) / card + 1e-6);
  let columns = most(sheet.width, size.width);
  let rows = most(sheet.height, size.height);
  if (even && columns > 1) columns -= columns % 2;
  else if (even) rows -= rows % 2;
  return {
    ...sizeOf(sheet),
    columns,
    rows,
    margin: { x: (sheet.width - columns * size.width) / 2, y: (sheet.height - rows * size.height) / 2 },
    marks,
  };
}

/** Gives the size of a grid’s cells, in points, at which pages are laid out. */
export function cellSize(grid: Grid): Size {
  return {
    width: (grid.width - 2 * grid.margin.x) / grid.columns,
    height: (grid.height - 2 * grid.margin.y) / grid.rows,
  };
}
