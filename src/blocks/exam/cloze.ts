import * as z from 'zod';
import { defineBlock } from '../named/named-block.ts';
import { asked, askedFields, asking } from './asked.ts';
import { fillBlanks } from './fill-blanks.ts';
import { wordBox } from './word-box.ts';

/** A text with numbered blanks to write in: `[[1]]`, `[[2]]` … in it; a table where the text is one. */
export const cloze = defineBlock({
  name: 'cloze',
  fields: z.strictObject({
    ...askedFields,
    passage: z.string().min(1).describe('Markdown with [[1]], [[2]] …'),
    words: z.array(z.string().min(1)).default([]).describe('the words to choose from, in a box'),
  }),
  expand: (fields, tools) => {
    const passage = fillBlanks(tools.blocks(fields.passage));
    const said = { ...fields, labels: [] };
    // The marks stand at the right of what is asked: the passage's own last line is the pupil's.
    return asked(
      { ...fields, stem: '', text: '', direction: '', marks: '' },
      [...asking(said, tools), ...wordBox(fields.words, tools), ...passage],
      tools,
    );
  },
});
