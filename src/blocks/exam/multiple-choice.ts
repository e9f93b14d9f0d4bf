import * as z from 'zod';
import { defineBlock } from '../named/named-block.ts';
import { questionBlocks, questionFields } from './question-blocks.ts';

/** The box to tick: a character, so that a screen reader reads it out. */
const BOX = '☐';

/** A question with lettered options, each with a box on the right. */
export const multipleChoice = defineBlock({
  name: 'multiple-choice',
  fields: z.strictObject({
    ...questionFields,
    options: z
      .array(z.string().min(1))
      .min(2)
      .max(12)
      .describe('the options, each Markdown of one paragraph'),
  }),
  expand: (fields, tools) =>
    questionBlocks(
      fields,
      [
        {
          kind: 'list',
          at: tools.at,
          labels: { texts: fields.options.map((_, index) => String.fromCharCode(65 + index)), room: 'M' },
          tight: true,
          look: 'body',
          items: fields.options.map((option) => [
            {
              kind: 'paragraph',
              at: tools.placeIn(option),
              look: 'body',
              ragged: true,
              text: tools.inline(option),
              tail: tools.plain(BOX),
              tailClear: true,
            },
          ]),
        },
      ],
      tools,
    ),
});
