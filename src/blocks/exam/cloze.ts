import * as z from 'zod';
import { defineBlock } from '../named/named-block.ts';
import { fillBlanks } from './fill-blanks.ts';
import { promptBlocks, questionBlocks, questionFields } from './question-blocks.ts';
import { wordBox } from './word-box.ts';

/** A text or a table with numbered blanks to write in: `[[1]]`, `[[2]]` … */
export const cloze = defineBlock({
  name: 'cloze',
  fields: z.strictObject({
    ...questionFields,
    passage: z.string().min(1).describe('Markdown with [[1]], [[2]] …'),
    words: z.array(z.string().min(1)).default([]).describe('the words to choose from, in a box'),
  }),
  expand: (fields, tools) => {
    const passage = fillBlanks(tools.blocks(fields.passage));
    const prompt = { ...fields, labels: [] };
    // The marks are on the right of the prompt: the last line of the passage is for the pupil to write on.
    return questionBlocks(
      { ...fields, stem: '', text: '', direction: '', marks: '' },
      [...promptBlocks(prompt, tools), ...wordBox(fields.words, tools), ...passage],
      tools,
    );
  },
});
