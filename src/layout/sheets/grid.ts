import { mm } from '../../pages/length.ts';

/** A sheet divided into equal cells, in points. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** Room around the cells, for marks and for what printers cannot reach. */
  readonly margin: { readonly x: number; readonly y: number };
  readonly marks: 'crop' | 'none';
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A grid as a product's front matter writes it, in millimetres, on a sheet. */
export function gridOf(sheet: Size, written: { grid: string; margin: number; marks: 'crop' | 'none' }): Grid {
  const [columns, rows] = written.grid.split('x').map(Number) as [number, number];
  const margin = { x: mm(written.margin), y: mm(written.margin) };
  return { ...sizeOf(sheet), columns, rows, margin, marks: written.marks };
}

/**
 * As many cards of a size as a sheet holds with at least so much room around them, in the middle of it; with `even`,
 * an even number of columns if there are two or more, else of rows.
 * @param size of a card, and `margin`, in points
 */
export function cardGrid(
  sheet: Size,
  size: Size,
  margin: number,
  marks: 'crop' | 'none',
  even: boolean,
): Grid {
  // A card that is exactly as wide as there is room must not be lost to rounding.
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

/** The size of a grid's cells: what pages are to be laid out at. */
export function cellSize(grid: Grid): Size {
  return {
    width: (grid.width - 2 * grid.margin.x) / grid.columns,
    height: (grid.height - 2 * grid.margin.y) / grid.rows,
  };
}

const sizeOf = ({ width, height }: Size): Size => ({ width, height });
