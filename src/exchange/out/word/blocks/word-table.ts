import { type ITableCellOptions, TableRow, TableCell as WordCell, Table as WordTableElement } from 'docx';
import type { Inline, Table, TableCell } from '../../../../blocks/block.ts';
import { innerBlocks } from '../../../../blocks/inner-blocks.ts';
import { plainText } from '../../../../blocks/plain-text.ts';
import { largest } from '../../../../diagnostics/collections/largest.ts';
import { columnWidths } from '../../../../layout/strips/tables/column-widths.ts';
import { allRows, cellSpans } from '../../../../layout/strips/tables/merged-cells.ts';
import { onlyParagraph } from '../../../../layout/strips/tables/only-paragraph.ts';
import { twips } from '../settings/twips.ts';
import { wordColour } from '../settings/word-colour.ts';
import { eighths, ruleStyle } from '../settings/word-styles.ts';
import { estimateHeight } from './estimate-height.ts';
import type { WordContext } from './word-context.ts';
import { settleParts, type WordPart } from './word-part.ts';

/** Room between columns, and above and below the text of a row, in points. */
const GAP = 10;
const ROW_PADDING = 3;
const NO_LINE = { style: 'none', size: 0, color: 'auto' } as const;

/** A table with light rules between rows. Word repeats its header on each page. */
export function wordTable(table: Table, context: WordContext): WordPart {
  const { style } = context.document;
  const widths = widthsOf(table, context);
  const heads = table.header.length > 0 ? 1 + (table.moreHeaders?.length ?? 0) : 0;
  const rows = allRows(table);
  const silent =
    heads > 0 && rows.slice(0, heads).every((row) => row.every((cell) => cell.length === 0 || isEmpty(cell)));
  const shown = rows.map((cells, row) => ({ cells, row })).filter(({ row }) => !silent || row >= heads);
  const build = (keepNext: boolean) =>
    new WordTableElement({
      indent: { size: twips(context.indent), type: 'dxa' },
      width: { size: widths.reduce((sum, width) => sum + twips(width), 0), type: 'dxa' },
      columnWidths: widths.map(twips),
      layout: 'fixed',
      borders: bordersOf(table, context),
      margins: {
        left: table.grid ? 80 : 0,
        right: twips(table.grid ? 4 : GAP * 0.6),
        top: twips(ROW_PADDING),
        bottom: twips(ROW_PADDING),
      },
      tableLook: {
        firstRow: heads > 0,
        firstColumn: table.rowHeaders !== undefined && table.rowHeaders !== false,
      },
      rows: shown.map(
        ({ cells, row }, index) =>
          new TableRow({
            cantSplit: isLow(cells, widths, context),
            ...(row < heads && { tableHeader: true }),
            keepNext: keepNext || (row < heads && index < shown.length - 1),
            ...(row >= heads &&
              table.rowHeight && { height: { value: twips(table.rowHeight), rule: 'atLeast' } }),
            children: cellsOf(table, cells, row, heads, widths, context),
          }),
      ),
    });
  return { kind: 'table', gapBefore: style['paragraph-gap'], build };
}

const isEmpty = (cell: TableCell): boolean =>
  cell.every((block) => block.kind === 'paragraph' && plainText(block.text).trim() === '');

/** Whether a row is so low that it stays on one page. */
const isLow = (
  cells: readonly TableCell[],
  widths: readonly number[],
  { document: { style }, height }: WordContext,
) => largest(cells.map((cell, index) => estimateHeight(cell, widths[index] ?? 1, style))) < height / 3;

function cellsOf(
  table: Table,
  cells: readonly TableCell[],
  row: number,
  heads: number,
  widths: readonly number[],
  context: WordContext,
): WordCell[] {
  const spanOf = cellSpans(table);
  const head = row < heads;
  return table.columns.flatMap(({ align }, index) => {
    const span = spanOf(row, index);
    if (!span) return [];
    const width = widths.slice(index, index + span.columns).reduce((sum, one) => sum + one, 0);
    const names = table.rowHeaders === true && index === 0;
    const inner: WordContext = {
      ...context,
      indent: 0,
      width: width - (table.grid ? 8 : GAP * 0.6),
      inside: true,
      cell: { align, head: head || names, large: table.large === true },
    };
    const options: ITableCellOptions = {
      width: { size: twips(width), type: 'dxa' },
      ...(span.columns > 1 && { columnSpan: span.columns }),
      ...(span.rows > 1 && { rowSpan: span.rows }),
      ...(table.rowHeight !== undefined &&
        !head &&
        cells.every(onlyParagraph) && { verticalAlign: 'center' as const }),
      ...(row === heads - 1 && { borders: { bottom: lineOf(context, HEAD_RULE) } }),
      children: settleParts(context.parts(cells[index] ?? [], inner), { inCell: true }),
    };
    return [new WordCell(options)];
  });
}

/** The rule below a header, as a multiple of the style’s. */
const HEAD_RULE = 1.5;

const lineOf = ({ document: { style } }: WordContext, weight = 1) => ({
  style: ruleStyle(style),
  size: eighths(style['rule-width'] * weight),
  color: wordColour(style.rule),
});

function bordersOf({ grid, framed }: Table, context: WordContext) {
  const line = lineOf(context);
  const side = framed ? line : NO_LINE;
  return {
    top: side,
    left: side,
    right: side,
    bottom: line,
    insideHorizontal: line,
    insideVertical: grid ? line : NO_LINE,
  };
}

/** The mean width of a letter, in ems, with some room, since Word’s fonts are not those of print. */
const LETTER = 0.53;

/** The widths of columns in points, gaps included: those that are given, or such that the table is low. */
function widthsOf(table: Table, context: WordContext): number[] {
  const { style } = context.document;
  if (table.grid && table.columns.every(({ share }) => share === undefined))
    return table.columns.map(() => context.width / table.columns.length);
  const em = style[table.large ? 'body-size' : 'small-size'] * LETTER;
  const measured = table.columns.map(({ share }, index) => {
    if (share !== undefined) return { given: share * context.width, least: 0, word: 0, rows: [] };
    const texts = allRows(table).map((row) => textOf(row[index] ?? []));
    const long = (text: string) => text.length * em + GAP;
    const word = largest(
      texts.flatMap((text) => text.split(/\s+/).map(long)),
      0,
    );
    return { least: word, word, rows: texts.map(long) };
  });
  return columnWidths(measured, context.width);
}

/** The words of a cell, for measuring. */
const textOf = (cell: TableCell): string =>
  cell
    .flatMap((block) => [
      'text' in block ? plainText(block.text as readonly Inline[]) : block.kind === 'figure' ? PICTURE : '',
      ...innerBlocks(block).map(textOf),
    ])
    .join(' ');

/** What a picture counts as. */
const PICTURE = 'a picture of some width';
