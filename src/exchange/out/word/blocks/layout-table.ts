import { type ITableCellOptions, Table, TableCell, TableRow } from 'docx';
import { twips } from '../settings/twips.ts';
import type { WordContext } from './word-context.ts';
import { settleParts, type WordPart } from './word-part.ts';

const NO_LINE = { style: 'none', size: 0, color: 'auto' } as const;
/** No line on any side. */
export const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE };

/** A cell of a table that only arranges. */
export interface LayoutCell {
  readonly width: number;
  readonly parts: readonly WordPart[];
  readonly also: Pick<ITableCellOptions, 'shading' | 'borders' | 'margins'>;
}

/** A table of one row, for things in a box or side by side. */
export function layoutTable(
  cells: readonly LayoutCell[],
  context: WordContext,
  { keepNext, whole }: { readonly keepNext: boolean; readonly whole: boolean },
): Table {
  const children = cells.map(
    ({ width, parts, also }) =>
      new TableCell({
        width: { size: twips(width), type: 'dxa' },
        ...also,
        children: settleParts(parts, { inCell: true }),
      }),
  );
  const widths = cells.map(({ width }) => twips(width));
  return new Table({
    indent: { size: twips(context.indent), type: 'dxa' },
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    columnWidths: widths,
    layout: 'fixed',
    borders: { ...NO_LINES, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
    rows: [new TableRow({ cantSplit: whole, keepNext, children })],
  });
}
