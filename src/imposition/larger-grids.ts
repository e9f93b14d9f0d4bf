import type { Grid } from './impose-grid.ts';

/**
 * A grid, and those with ever larger cells that it can be swapped for where type may not be made smaller: what there
 * are more of, rows or columns, is halved each time. 2 × 4 cells are followed by 2 × 2, 1 × 2 and 1 × 1.
 */
export function largerGrids(grid: Grid): Grid[] {
  const { columns, rows } = grid;
  if (columns === 1 && rows === 1) return [grid];
  const next =
    rows > columns ? { ...grid, rows: Math.ceil(rows / 2) } : { ...grid, columns: Math.ceil(columns / 2) };
  return [grid, ...largerGrids(next)];
}
