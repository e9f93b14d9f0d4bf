import * as z from 'zod';
import { defineBlock } from '../named/named-block.ts';

/** A label with a small box to write a number in. */
export const numberBox = defineBlock({
  name: 'number-box',
  fields: z.strictObject({ text: z.string().min(1).describe('what the number is') }),
  expand: ({ text }, { at, plain, placeIn }) => [
    {
      kind: 'paragraph',
      at: placeIn(text),
      look: 'small',
      // The box is not bold, as the words are: its lines would be as thick as a frame.
      text: [
        ...plain(`${text}\u00A0\u00A0`).map((run) => ({ ...run, bold: true })),
        { kind: 'text', text: '☐', box: true },
      ],
    },
    { kind: 'space', at, height: 6, fill: 0 },
  ],
});
