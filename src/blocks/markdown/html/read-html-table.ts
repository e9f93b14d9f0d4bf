import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Block, MergedCells, TableCell, TableColumn } from '../../block.ts';
import type { HtmlElement, HtmlNode } from './flow-parts.ts';
import type { HtmlReader } from './html-reader.ts';
import { attributesOf } from './read-tag.ts';
import { alignmentOf, widthOf } from './style-attribute.ts';

/** More columns than any page has room for. */
const MOST_COLUMNS = 40;

interface HtmlRow {
  readonly cells: readonly HtmlElement[];
  readonly isHead: boolean;
}

/** A cell at its place in the grid. */
interface PlacedCell extends MergedCells {
  readonly element: HtmlElement;
}

/** Reads `<table>`: cells that span columns or rows keep their place. */
export function readHtmlTable(element: HtmlElement, at: Place, reader: HtmlReader): Block[] {
  const rows = withHeads(rowsOf(element));
  const heads = rows.findIndex(({ isHead }) => !isHead);
  const headCount = heads < 0 ? rows.length : heads;
  const cells = placedCells(rows, headCount);
  if (cells.length < rows.reduce((sum, row) => sum + row.cells.length, 0))
    reader.reportColumns(element, MOST_COLUMNS);
  const count = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columns), 0);
  const captions = childrenOf(element, ['caption']).flatMap((caption): Block[] => {
    const text = reader.textOf(caption);
    return text.length === 0 ? [] : [{ kind: 'paragraph', at, look: 'label', text }];
  });
  if (count === 0) return captions;
  const grid: TableCell[][] = rows.map(() => Array.from({ length: count }, () => []));
  for (const cell of cells) grid[cell.row]![cell.column] = reader.inside(cell.element);
  const merged = cells
    .filter(({ columns, rows: tall }) => columns > 1 || tall > 1)
    .map(({ element: _, ...area }) => area);
  const body = cells.filter(({ row }) => row >= headCount);
  const names = body.filter(({ column }) => column === 0);
  return [
    ...captions,
    {
      kind: 'table',
      at,
      columns: columnsOf(count, cells, body),
      header: grid[0] && headCount > 0 ? grid[0] : [],
      ...(headCount > 1 && { moreHeaders: grid.slice(1, headCount) }),
      rows: grid.slice(headCount),
      ...(merged.length > 0 && { merged }),
      ...(names.length > 0 && names.every((cell) => cell.element.tagName === 'th') && { rowHeaders: true }),
    },
  ];
}

const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;

const childrenOf = (element: HtmlElement, names: readonly string[]): HtmlElement[] =>
  element.childNodes.filter(isElement).filter(({ tagName }) => names.includes(tagName));

function rowsOf(element: HtmlElement): HtmlRow[] {
  const sections = childrenOf(element, ['thead', 'tbody', 'tfoot', 'tr']);
  return sections.flatMap((section) =>
    (section.tagName === 'tr' ? [section] : childrenOf(section, ['tr'])).map((row) => ({
      cells: childrenOf(row, ['td', 'th']),
      isHead: section.tagName === 'thead',
    })),
  );
}

/** Without a `<thead>`, a first row of headings is the head. A table needs at least one row that is not. */
function withHeads(rows: readonly HtmlRow[]): HtmlRow[] {
  const [first, ...others] = rows;
  if (!first || others.length === 0) return rows.map((row) => ({ ...row, isHead: false }));
  if (first.isHead) return others.some(({ isHead }) => !isHead) ? [...rows] : [first, ...others.map(asBody)];
  const isHead = first.cells.length > 1 && first.cells.every(({ tagName }) => tagName === 'th');
  return [{ ...first, isHead }, ...others.map(asBody)];
}

const asBody = (row: HtmlRow): HtmlRow => ({ ...row, isHead: false });

/** Puts cells into the first free places of their rows, as browsers do. A cell does not reach from the head into the body. */
function placedCells(rows: readonly HtmlRow[], headCount: number): PlacedCell[] {
  const taken = new Set<string>();
  return rows.flatMap(({ cells }, row) => {
    let column = 0;
    const end = row < headCount ? headCount : rows.length;
    return cells.flatMap((element): PlacedCell[] => {
      const attributes = attributesOf(element.attrs);
      while (taken.has(`${row} ${column}`)) column++;
      const columns = Math.min(spanOf(attributes.get('colspan')), MOST_COLUMNS - column);
      if (columns < 1) return [];
      const tall = attributes.get('rowspan') === '0' ? end - row : spanOf(attributes.get('rowspan'));
      const cell = { element, row, column, columns, rows: Math.min(tall, end - row) };
      for (let down = 0; down < cell.rows; down++)
        for (let along = 0; along < columns; along++) taken.add(`${row + down} ${column + along}`);
      column += columns;
      return [cell];
    });
  });
}

const spanOf = (text: string | undefined): number =>
  /^\s*[1-9]\d{0,3}\s*$/.test(text ?? '') ? Number(text) : 1;

/** A column is aligned as all of its cells are, and as wide as one of them says in percent. */
function columnsOf(count: number, cells: readonly PlacedCell[], body: readonly PlacedCell[]): TableColumn[] {
  const shares = Array.from({ length: count }, (_, column) => shareOf(column, cells));
  const all = shares.reduce((sum: number, share) => sum + (share ?? 0), 0);
  return shares.map((share, column) => {
    const alignments = body
      .filter((cell) => cell.column === column && cell.columns === 1)
      .map(({ element }) => alignmentOf(attributesOf(element.attrs)) ?? 'left');
    const [align = 'left'] = alignments;
    return {
      align: alignments.every((one) => one === align) ? align : 'left',
      ...(share !== undefined && all <= 1 && { share }),
    };
  });
}

function shareOf(column: number, cells: readonly PlacedCell[]): number | undefined {
  for (const cell of cells) {
    if (cell.column !== column || cell.columns > 1) continue;
    const [, percent] = /^\s*([\d.]+)\s*%/.exec(widthOf(attributesOf(cell.element.attrs)) ?? '') ?? [];
    if (percent !== undefined && Number(percent) > 0 && Number(percent) <= 100) return Number(percent) / 100;
  }
  return undefined;
}
