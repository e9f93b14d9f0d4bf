import * as z from 'zod';
import { countInWords } from '../../diagnostics/count-in-words.ts';
import { decimalNumber, yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import { mm } from '../../pages/length.ts';
import type { Table } from '../block.ts';
import { defineBlock } from './named-block.ts';

/** A cell that is one with the cell on its left. */
const JOINED = '<';

/** Finds the cells of rows that are joined. @param headers the number of rows above them */
function joinedCells(rows: readonly (readonly string[])[], headers: number): Pick<Table, 'merged'> {
  const merged = rows.flatMap((row, index) =>
    row.flatMap((cell, column) => {
      const after = row.slice(column + 1);
      const others = after.findIndex((one) => one !== JOINED);
      const columns = 1 + (others < 0 ? after.length : others);
      return cell === JOINED || columns === 1 ? [] : [{ row: index + headers, column, rows: 1, columns }];
    }),
  );
  return merged.length > 0 ? { merged } : {};
}

/** A table whose cells hold Markdown of any length. */
export const table = defineBlock({
  name: 'table',
  fields: z.strictObject({
    columns: z
      .array(
        z.strictObject({
          title: z.string().default(''),
          align: z.enum(['left', 'right', 'centre']).default('left'),
          share: decimalNumber(1).pipe(z.number().max(100)).optional().describe('a percentage of the width'),
        }),
      )
      .min(1)
      .max(40),
    rows: z
      .array(z.array(z.string()))
      .describe('a list of rows, each a list of cells: - [one, two]; a cell < is one with that on its left'),
    aligned: yesOrNo()
      .default(false)
      .describe('yes, if columns with shares are to line up with those of other tables'),
    grid: yesOrNo()
      .default(false)
      .describe('yes, for lines between the columns, so that pupils can write in the table'),
    large: yesOrNo().default(false).describe('yes, for type as large as body text'),
    'row-height': decimalNumber(1)
      .pipe(z.number().max(200))
      .optional()
      .describe('the least height of a row in millimetres, for example 7'),
    fill: decimalNumber(1)
      .pipe(z.number().max(100))
      .optional()
      .describe('a percentage of the page that the rows fill, if there are few of them; needs row-height'),
    close: yesOrNo().default(false).describe('yes, if rows are to be as close as they can be read'),
    'row-headers': z
      .union([yesOrNo(), z.literal('plain')])
      .default(false)
      .describe('yes, if the first cell of each row is its heading; plain, if it is to look like the others'),
  }),
  expand(
    { columns, rows, aligned, grid, large, close, fill, 'row-headers': rowHeaders, 'row-height': rowHeight },
    { at, inline, blocks, placeIn, report },
  ) {
    rows.forEach((row, index) => {
      if (row.length > columns.length)
        report.add(
          'field-malformed',
          placeIn(row[0] ?? ''),
          `Row ${index + 1} of this table has ${row.length} cells, but the table has ${countInWords(columns.length, 'column')}.`,
          'Add a column, or remove a cell.',
        );
    });
    const headed = columns.some(({ title }) => title !== '');
    return [
      {
        kind: 'table',
        at,
        columns: columns.map(({ align, share }) => ({
          align,
          ...(share !== undefined && { share: share / 100 }),
        })),
        header: headed
          ? columns.map(({ title }) => [{ kind: 'paragraph', at, look: 'small', text: inline(title) }])
          : [],
        rows: rows.map((row) =>
          columns.map((_, index) => blocks(row[index] === JOINED ? '' : (row[index] ?? ''))),
        ),
        ...(rowHeaders && { rowHeaders }),
        ...(aligned && { aligned }),
        ...(rowHeight !== undefined && { rowHeight: mm(rowHeight) }),
        ...(fill !== undefined && { fill: fill / 100 }),
        ...(grid && { grid }),
        ...(large && { large }),
        ...(close && { close }),
        ...joinedCells(rows, headed ? 1 : 0),
      },
    ];
  },
});
