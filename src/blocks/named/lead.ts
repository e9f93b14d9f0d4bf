import * as z from 'zod';
import { defineBlock } from './named-block.ts';

/** The sentence under a title that says what the page argues, over the whole width of the page. */
export const lead = defineBlock({
  name: 'lead',
  fields: z.strictObject({ text: z.string().min(1) }),
  expand: ({ text }, { placeIn, plain }) => [
    {
      kind: 'group',
      at: placeIn(text),
      wide: true,
      leads: true,
      blocks: [
        { kind: 'paragraph', at: placeIn(text), look: 'lead', balanced: true, text: plain(text) },
        { kind: 'space', at: placeIn(text), height: 5, fill: 0 },
      ],
    },
  ],
});
