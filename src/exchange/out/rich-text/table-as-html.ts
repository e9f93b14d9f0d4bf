import type { Block, Table, TableCell } from '../../../blocks/block.ts';
import { unwrapped } from './unwrapped.ts';

/** Writes a table as HTML. @param inner writes the blocks of a cell */
export function tableAsHtml(table: Table, inner: (blocks: readonly Block[]) => string): string {
  const header = [table.header, ...(table.moreHeaders ?? [])].filter((cells) => cells.length > 0);
  const covered = coveredBy(table);
  const cellAt = (cell: TableCell, row: number, column: number, isHeader: boolean): string => {
    if (covered.has(`${row} ${column}`)) return '';
    const merged = table.merged?.find((one) => one.row === row && one.column === column);
    const spans = merged
      ? `${merged.rows > 1 ? ` rowspan="${merged.rows}"` : ''}${merged.columns > 1 ? ` colspan="${merged.columns}"` : ''}`
      : '';
    const element = isHeader || (table.rowHeaders === true && column === 0) ? 'th' : 'td';
    return `<${element}${spans}>${unwrapped(inner(cell))}</${element}>`;
  };
  const rowsAsHtml = (rows: readonly (readonly TableCell[])[], from: number, isHeader: boolean) =>
    rows
      .map(
        (cells, index) =>
          `<tr>${cells.map((cell, column) => cellAt(cell, from + index, column, isHeader)).join('')}</tr>`,
      )
      .join('');
  // A table without a row in its body is not valid.
  const head = header.length > 0 && table.rows.length > 0;
  const body = head ? table.rows : [...header, ...table.rows];
  const numbered = table.header.length > 0 ? header.length : 0;
  return [
    '<table>',
    ...(head ? [`<thead>${rowsAsHtml(header, 0, true)}</thead>`] : []),
    `<tbody>${rowsAsHtml(body, head ? numbered : 0, false)}</tbody>`,
    '</table>',
  ].join('');
}

/** The cells that a merged one covers, besides its own. */
const coveredBy = ({ merged = [] }: Table): ReadonlySet<string> =>
  new Set(
    merged.flatMap(({ row, column, rows, columns }) =>
      Array.from({ length: rows * columns }, (_, index) => [
        row + Math.floor(index / columns),
        column + (index % columns),
      ])
        .filter(([atRow, atColumn]) => atRow !== row || atColumn !== column)
        .map(([atRow, atColumn]) => `${atRow} ${atColumn}`),
    ),
  );
