import { isNode, type ReadNode } from '../../reading/read-node.ts';
import { nodeText } from '../../reading/text-of.ts';
import { type Check, type Location, locationOf, type PreflightFile, type ReportFinding } from '../check.ts';

/** Tables can be read aloud cell by cell, each with its headers. */
export const tables: Check = {
  name: 'tables',
  description: 'tables have headers with a scope, and the same number of cells in each row',
  run(file, report) {
    for (const node of file.nodes) if (node.role === 'Table') judgeTable(node, file, report);
  },
};

function judgeTable(table: ReadNode, file: PreflightFile, report: ReportFinding): void {
  const at = (): Location => locationOf(table, file);
  const rows = rowsOf(table);
  const cells = rows.map((row) => row.children.filter(isNode));
  if (cells.flat().some(({ role }) => role !== 'TH' && role !== 'TD')) {
    report(at(), 'A table row contains something that is not a cell.', 'Correct the tags.');
    return;
  }
  const headers = cells.flat().filter(({ role }) => role === 'TH');
  if (headers.length === 0) report(at(), 'A table has no header cell.', 'Tag its headers as TH.');
  const named = new Set(
    cells
      .flat()
      .flatMap(({ attributes }) => (Array.isArray(attributes['Headers']) ? attributes['Headers'] : [])),
  );
  for (const header of headers) {
    const location = () => locationOf(header, file);
    if (!header.attributes['Scope'] && !(header.noteId !== undefined && named.has(header.noteId)))
      report(
        location(),
        'A table header does not say whether it is for a row or a column (Scope).',
        'Set the scope to Row or Column.',
      );
    if (nodeText(header, file.marked).trim() === '' && !header.alt)
      report(at(), 'A table header is empty.', 'Tag it as TD, or give it text.');
  }
  const widths = columnCounts(cells);
  if (new Set(widths).size > 1)
    report(
      at(),
      `The rows of a table have different numbers of cells: ${[...new Set(widths)].join(', ')}.`,
      'Add the missing cells, or mark the cells that span columns.',
    );
}

const rowsOf = (table: ReadNode): ReadNode[] =>
  table.children
    .filter(isNode)
    .flatMap((child) =>
      child.role === 'TR' ? [child] : /^T(Head|Body|Foot)$/.test(child.role) ? rowsOf(child) : [],
    );

/** How many columns of a table are followed from row to row: a span of a thousand million would fill the memory. */
const MOST_COLUMNS = 1000;

/** How many columns or rows a cell spans; 1 where the file does not say, or what it says makes no sense. */
function spanOf({ attributes }: ReadNode, name: 'ColSpan' | 'RowSpan'): number {
  const span = Math.floor(Number(attributes[name] ?? 1));
  return span >= 1 ? span : 1;
}

/** Gives how many columns each row fills, with the cells that span into it from above. */
function columnCounts(rows: readonly (readonly ReadNode[])[]): number[] {
  /** How many more rows the cell above each column spans. */
  let spanning: number[] = [];
  return rows.map((cells) => {
    let width = spanning.filter((left) => left > 0).length;
    const next = spanning.map((left) => left - 1);
    let column = 0;
    for (const cell of cells) {
      const columns = spanOf(cell, 'ColSpan');
      const rowsLeft = spanOf(cell, 'RowSpan') - 1;
      for (let step = 0; step < columns && column < MOST_COLUMNS; step++) {
        while ((spanning[column] ?? 0) > 0) column++;
        next[column] = rowsLeft;
        column++;
      }
      width += columns;
    }
    spanning = Array.from(next, (left) => left ?? 0);
    return width;
  });
}
