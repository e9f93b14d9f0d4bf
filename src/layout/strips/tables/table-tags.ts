import type { Block, Inline, Table, TableCell } from '../../../blocks/block.ts';
import { innerBlocks } from '../../../blocks/inner-blocks.ts';
import { plainText } from '../../../blocks/plain-text.ts';
import { addNode, type DraftNode, detachedNode } from '../structure-draft.ts';
import { allRows, type CellSpan, cellSpans } from './merged-cells.ts';

/** The nodes of the cells of a table in the structure. */
interface TableTags {
  /** For each row, from the first of the header, the node of each cell; undefined for one that another covers. */
  readonly rows: readonly (readonly (DraftNode | undefined)[])[];
}

/**
 * Tags a table so that a screen reader can name each cell: its header names its columns. In a table without a header the
 * first cell with words names its row. A header without rows is a row of the table. Cells without words are never headers,
 * and a table without any words has no tags, since there is nothing to read out.
 */
export function tableTags(table: Table, parent: DraftNode): TableTags {
  const isHeaded = hasHeader(table);
  const spanOf = cellSpans(table);
  const hasTags = isHeaded || table.rows.some((cells) => cells.some(hasWords));
  const node = hasTags ? addNode(parent, 'Table') : detachedNode(parent);
  const headNode = isHeaded && table.rows.length > 0 ? addNode(node, 'THead') : undefined;
  const bodyNode = addNode(node, 'TBody');
  const headRows = table.header.length > 0 ? 1 + (table.moreHeaders?.length ?? 0) : 0;
  const rows = allRows(table).map((cells, index) => {
    const isHead = index < headRows;
    if (isHead && !isHeaded) return [];
    const row = addNode(isHead ? (headNode ?? bodyNode) : bodyNode, 'TR');
    const naming = isHeaded ? (table.rowHeaders ? nameIn(cells) : -1) : cells.findIndex(hasWords);
    return table.columns.map((_, column) => {
      const span = spanOf(index, column);
      if (!span) return undefined;
      const isNamed = hasWords(cells[column]) && (isHead || column === naming);
      return addCell(row, isNamed ? (isHead ? 'Column' : 'Row') : undefined, span);
    });
  });
  return { rows };
}

/** The cell that names a row: the first, or the one after a box to tick. */
const nameIn = (cells: readonly TableCell[]): number => (cells[0]?.some(isTickBox) ? 1 : 0);

const isTickBox = (block: Block): boolean => 'text' in block && /^[☐☑]$/u.test(plainText(block.text).trim());

/** Whether a table has a header with words in it: no other is printed. */
export const hasHeader = ({ header, moreHeaders = [] }: Table): boolean =>
  [header, ...moreHeaders].some((cells) => cells.some(hasWords));

function addCell(
  row: DraftNode,
  scope: 'Row' | 'Column' | undefined,
  { columns, rows }: CellSpan,
): DraftNode {
  const span =
    columns === 1 && rows === 1
      ? {}
      : { span: { ...(columns > 1 && { columns }), ...(rows > 1 && { rows }) } };
  return scope ? addNode(row, 'TH', { scope, ...span }) : addNode(row, 'TD', span);
}

/** Whether there is something in a cell that is read out: words, or a picture with a description. */
export const hasWords = (cell: TableCell | undefined): boolean => (cell ?? []).some(blockHasWords);

const blockHasWords = (block: Block): boolean =>
  (block.kind === 'figure' && block.alt !== '') ||
  ('text' in block && inlineHasWords(block.text)) ||
  innerBlocks(block).some((inner) => inner.some(blockHasWords));

const inlineHasWords = (text: readonly Inline[]): boolean =>
  text.some(
    (one) =>
      one.kind === 'note' ||
      (one.kind === 'text' && one.text.trim() !== '') ||
      (one.kind === 'picture' && one.alt !== ''),
  );
