/** A word in a word search: the square of its first letter, and its direction as steps of rows and columns. */
export interface HiddenWord {
  /** Its place in the list that was given. */
  readonly index: number;
  readonly squares: readonly string[];
  readonly row: number;
  readonly column: number;
  readonly direction: readonly [row: number, column: number];
}

/** The squares of a hidden word, as indices row by row. */
export const squaresOf = ({ squares, row, column, direction }: HiddenWord, columns: number): number[] =>
  squares.map((_, step) => (row + direction[0] * step) * columns + column + direction[1] * step);
