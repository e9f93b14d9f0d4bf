import * as z from 'zod';
import type { Block } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';
import { questionBlocks, questionFields } from './question-blocks.ts';
import { wordBox } from './word-box.ts';

/** Lines to name the lettered parts of a figure on. The figure itself is in the text. */
export const labelling = defineBlock({
  name: 'labelling',
  fields: z.strictObject({
    ...questionFields,
    letters: z.array(z.string().min(1)).min(1).max(20),
    words: z.array(z.string().min(1)).default([]).describe('the words to choose from, in a box'),
  }),
  expand(fields, tools) {
    const { at, plain } = tools;
    const lines = fields.letters.flatMap((letter): Block[] => [
      { kind: 'space', at, height: 7, fill: 0 },
      {
        kind: 'paragraph',
        at,
        look: 'body',
        text: [
          ...plain(letter).map((run) => ({ ...run, bold: true })),
          ...plain('\u00A0\u00A0'),
          { kind: 'blank', width: 'rest' },
        ],
      },
    ]);
    return questionBlocks(fields, [...wordBox(fields.words, tools), ...lines], tools);
  },
});
