import * as z from 'zod';
import { wholeNumber, yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import { defineBlock } from './named-block.ts';

/**
 * Ruled lines for the reader’s notes, under a heading: a number of lines, and perhaps the rest of the page. With `lines: 0`
 * and the rest of the page, they are printed only if there is room.
 */
export const notes = defineBlock({
  name: 'notes',
  fields: z.strictObject({
    title: z.string().min(1),
    lines: wholeNumber(0, 100).default(3),
    rest: yesOrNo().default(true),
  }),
  expand: ({ title, lines, rest }, { at, plain }) =>
    rest && lines === 0
      ? [{ kind: 'answer-space', at, lines, rest, title: plain(title) }]
      : [
          { kind: 'heading', level: 2, at, text: plain(title) },
          { kind: 'answer-space', at, lines, rest },
        ],
});
