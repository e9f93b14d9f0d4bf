import type { Grid } from './grid.ts';

/**
 * Lists a grid and its replacements with ever larger cells, for when type may not get smaller. Each time the larger
 * number,
 * of rows or of columns, is halved: 2 × 4 cells are followed by 2 × 2, 1 × 2 and 1 × 1.
 * @param paired whether cells are used in pairs, so that a single one is no use
 */
export function largerGrids(grid: Grid, paired = false): Grid[] {
  const { columns, rows } = grid;
  if (columns * rows === (paired ? 2 : 1)) return [grid];
  const next =
    rows > columns ? { ...grid, rows: Math.ceil(rows / 2) } : { ...grid, columns: Math.ceil(columns / 2) };
  return [grid, ...largerGrids(next, paired)];
}
