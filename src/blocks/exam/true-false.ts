import * as z from 'zod';
import { yesOrNo } from '../../diagnostics/check-yaml.ts';
import type { Block, TableCell } from '../block.ts';
import { defineBlock, type ExpandTools } from '../named/named-block.ts';
import { questionBlocks, questionFields } from './question-blocks.ts';

const BOX = '☐';

/** Statements in a table, each with a box for true and one for false, and perhaps a line to correct it on. */
export const trueFalse = defineBlock({
  name: 'true-false',
  fields: z.strictObject({
    ...questionFields,
    statements: z.array(z.string().min(1)).min(1).max(20),
    headings: z.array(z.string()).length(2).default(['True', 'False']),
    reason: yesOrNo().default(false).describe('yes, for a line to say what is wrong'),
  }),
  expand(fields, tools) {
    const cell = (text: string): TableCell => [
      { kind: 'paragraph', at: tools.at, look: 'body', text: tools.plain(text) },
    ];
    const { statements, headings, reason } = fields;
    const table: Block = {
      kind: 'table',
      large: true,
      at: tools.at,
      columns: [{ align: 'left' }, { align: 'left' }, { align: 'centre' }, { align: 'centre' }],
      header: ['No.', 'Statement', ...headings].map((title) => [
        { kind: 'paragraph', at: tools.at, look: 'small', text: tools.plain(title) },
      ]),
      rows: statements.map((statement, index) => [
        cell(String(index + 1)),
        statementCell(statement, reason, tools),
        cell(BOX),
        cell(BOX),
      ]),
    };
    return questionBlocks(fields, [table], tools);
  },
});

function statementCell(statement: string, reason: boolean, { at, inline, placeIn }: ExpandTools): TableCell {
  const paragraph: Block = {
    kind: 'paragraph',
    at: placeIn(statement),
    look: 'body',
    text: inline(statement),
  };
  return reason ? [paragraph, { kind: 'answer-space', at, lines: 1, rest: false }] : [paragraph];
}
