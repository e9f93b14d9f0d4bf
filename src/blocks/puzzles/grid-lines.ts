/** The directions in a grid, as steps of rows and columns: right and down first, then those that are harder to read. */
export const DIRECTIONS: readonly (readonly [row: number, column: number])[] = [
  [0, 1],
  [1, 0],
  [1, 1],
  [-1, 1],
  [0, -1],
  [-1, 0],
  [-1, -1],
  [1, -1],
];

const known = new Map<string, number[][]>();

/** Lists all lines of three squares or more in a grid, each in both directions, as indices of squares row by row. */
export function gridLines(rows: number, columns: number): readonly (readonly number[])[] {
  const name = `${rows}x${columns}`;
  const before = known.get(name);
  if (before) return before;
  const lines: number[][] = [];
  const isInside = (row: number, column: number) => row >= 0 && row < rows && column >= 0 && column < columns;
  for (const [down, right] of DIRECTIONS)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        if (isInside(row - down, column - right)) continue;
        const line: number[] = [];
        for (let [r, c] = [row, column]; isInside(r, c); r += down, c += right) line.push(r * columns + c);
        if (line.length > 2) lines.push(line);
      }
  known.set(name, lines);
  return lines;
}
