import * as z from 'zod';
import type { Block } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';
import { questionBlocks, questionFields } from './question-blocks.ts';

/** The rule that a number is written on, in points. */
const NUMBER_WIDTH = 26;

/** Steps out of order, each with space for its number before it. */
export const ordering = defineBlock({
  name: 'ordering',
  fields: z.strictObject({ ...questionFields, steps: z.array(z.string().min(1)).min(2).max(20) }),
  expand: (fields, tools) =>
    questionBlocks(
      fields,
      fields.steps.flatMap((step): Block[] => [
        { kind: 'space', at: tools.at, height: 7, fill: 0 },
        {
          kind: 'paragraph',
          at: tools.placeIn(step),
          look: 'body',
          ragged: true,
          text: [
            { kind: 'blank', width: NUMBER_WIDTH },
            ...tools.plain('\u00A0\u00A0'),
            ...tools.inline(step),
          ],
        },
      ]),
      tools,
    ),
});
