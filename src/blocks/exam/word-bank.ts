import * as z from 'zod';
import { defineBlock } from '../named/named-block.ts';
import { wordBox } from './word-box.ts';

/** Words to choose from, in a box. */
export const wordBank = defineBlock({
  name: 'word-bank',
  fields: z.strictObject({ words: z.array(z.string().min(1)).min(1) }),
  expand: ({ words }, tools) => [
    ...wordBox(words, tools),
    { kind: 'space', at: tools.at, height: 9, fill: 0 },
  ],
});
