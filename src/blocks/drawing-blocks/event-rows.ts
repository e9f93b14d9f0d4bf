/** Sizes in widths of a drawing: of all rows, as far as each is neither too low nor too high. */
const ROWS = 0.9;
const LOWEST = 0.031;
const HIGHEST = 0.07;
/** The space above the first row. */
const ABOVE = 0.012;

/** Where the rows of a drawing of events are: the middle of each, and where the last ends. */
export function eventRows(count: number): { readonly y: (row: number) => number; readonly bottom: number } {
  const height = Math.min(HIGHEST, Math.max(LOWEST, ROWS / count));
  const y = (row: number) => ABOVE + (row + 0.5) * height;
  return { y, bottom: y(count - 0.5) };
}
