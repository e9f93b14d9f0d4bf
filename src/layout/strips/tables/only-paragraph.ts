import type { Paragraph, TableCell } from '../../../blocks/block.ts';

/** Gives the paragraph of a cell that has nothing else: it is set as the text of the cell itself, in the cell’s type. */
export function onlyParagraph(cell: TableCell): Paragraph | undefined {
  const [only] = cell;
  return cell.length === 1 && only?.kind === 'paragraph' && !only.preformatted ? only : undefined;
}
