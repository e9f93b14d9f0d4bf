/** Writes rows as a table of text: cells in quotation marks where they need them, and a line for each row. */
export const separatedValues = (rows: readonly (readonly string[])[], separator: ',' | '\t'): string =>
  rows.map((cells) => `${cells.map((cell) => quoted(cell, separator)).join(separator)}\n`).join('');

/** Spreadsheets take spaces at the ends of a cell away if it has no quotation marks. */
const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
