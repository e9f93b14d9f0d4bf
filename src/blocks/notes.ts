import * as z from 'zod';
import { wholeNumber, yesOrNo } from '../diagnostics/check-yaml.ts';
import { defineBlock } from './named-block.ts';

/** Ruled lines for the reader's own notes, under a heading: so many, or down to the foot of the page. */
export const notes = defineBlock({
  name: 'notes',
  fields: z.strictObject({
    title: z.string().min(1),
    lines: wholeNumber(0, 100).default(3),
    rest: yesOrNo().default(true),
  }),
  expand: ({ title, lines, rest }, { at, plain }) => [
    { kind: 'heading', level: 2, at, text: plain(title) },
    { kind: 'answer-space', at, lines, rest },
  ],
});
