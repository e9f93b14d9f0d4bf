import type { Block, Inline, Table, TableCell } from '../../blocks/block.ts';
import { innerBlocks } from '../../blocks/inner-blocks.ts';
import { addNode, type DraftNode, detachedNode } from './structure-draft.ts';

/** The nodes of the cells of a table in the structure. */
interface TableTags {
  readonly header: readonly DraftNode[];
  readonly rows: readonly (readonly DraftNode[])[];
}

/**
 * Tags a table so that a screen reader can name each cell: its header names its columns. In a table without a header the
 * first cell with words names its row. A header without rows is a row of the table. Cells without words are never headers,
 * and a table without any words has no tags, since there is nothing to read out.
 */
export function tableTags(table: Table, parent: DraftNode): TableTags {
  const isHeaded = table.header.some(hasWords);
  const hasTags = isHeaded || table.rows.some((cells) => cells.some(hasWords));
  const node = hasTags ? addNode(parent, 'Table') : detachedNode(parent);
  const headNode = isHeaded && table.rows.length > 0 ? addNode(node, 'THead') : undefined;
  const bodyNode = addNode(node, 'TBody');
  const headerRow = isHeaded ? addNode(headNode ?? bodyNode, 'TR') : undefined;
  const header = table.columns.map((_, index) =>
    headerRow ? addCell(headerRow, hasWords(table.header[index]) ? 'Column' : undefined) : node,
  );
  const rows = table.rows.map((cells) => {
    const row = addNode(bodyNode, 'TR');
    const naming = isHeaded ? (table.rowHeaders ? 0 : -1) : cells.findIndex(hasWords);
    return table.columns.map((_, index) =>
      addCell(row, index === naming && hasWords(cells[index]) ? 'Row' : undefined),
    );
  });
  return { header, rows };
}

const addCell = (row: DraftNode, scope: 'Row' | 'Column' | undefined): DraftNode =>
  scope ? addNode(row, 'TH', { scope }) : addNode(row, 'TD');

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
