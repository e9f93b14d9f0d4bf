import * as z from 'zod';
import type { Block, Inline } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';
import { questionBlocks, questionFields } from './question-blocks.ts';

/** The rule that a letter is written on, in points. */
const LETTER_WIDTH = 24;
/** If the left list would be narrower than this, in ems, the right one is printed below it. */
const MIN_COLUMN_WIDTH = 9;

/** Two lists side by side: the left one numbered, with space for a letter; the right one lettered. */
export const matching = defineBlock({
  name: 'matching',
  fields: z.strictObject({
    ...questionFields,
    left: z.array(z.string().min(1)).min(2).max(20),
    right: z.array(z.string().min(1)).min(2).max(26),
  }),
  expand(fields, tools) {
    const { left, right } = fields;
    const list = (
      texts: readonly string[],
      labels: readonly string[],
      room: string,
      tail?: Inline,
    ): Block => ({
      kind: 'list',
      at: tools.at,
      labels: { texts: labels, room },
      tight: false,
      look: 'body',
      items: texts.map((text) => [
        {
          kind: 'paragraph',
          at: tools.placeIn(text),
          look: 'body',
          ragged: true,
          text: tools.inline(text),
          ...(tail && { tail: [tail] }),
        },
      ]),
    });
    const numbers = left.map((_, index) => String(index + 1));
    const letters = right.map((_, index) => String.fromCharCode(65 + index));
    const columns: Block = {
      kind: 'columns',
      at: tools.at,
      least: MIN_COLUMN_WIDTH,
      columns: [
        { share: 1, blocks: [list(left, numbers, '0', { kind: 'blank', width: LETTER_WIDTH })] },
        { share: 1.35, blocks: [list(right, letters, 'M')] },
      ],
    };
    return questionBlocks(fields, [columns], tools);
  },
});
