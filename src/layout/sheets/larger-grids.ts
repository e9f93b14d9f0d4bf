import type { Grid } from './grid.ts';

/**
 * A grid, and those with ever larger cells that it can be swapped for where type may not be made smaller: what there
 * are more of, rows or columns, is halved each time. 2 × 4 cells are followed by 2 × 2, 1 × 2 and 1 × 1.
 * @param paired whether cells are used in pairs, so that one alone is of no use
 */
export function largerGrids(grid: Grid, paired = false): Grid[] {
  const { columns, rows } = grid;
  if (columns * rows === (paired ? 2 : 1)) return [grid];
  const next =
    rows > columns ? { ...grid, rows: Math.ceil(rows / 2) } : { ...grid, columns: Math.ceil(columns / 2) };
  return [grid, ...largerGrids(next, paired)];
}
