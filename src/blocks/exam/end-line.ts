import * as z from 'zod';
import { defineBlock } from '../named/named-block.ts';

/** A centred line that marks an end: “End of questions”. */
export const endLine = defineBlock({
  name: 'end-line',
  fields: z.strictObject({ text: z.string().min(1) }),
  expand: ({ text }, { at, plain }) => [
    { kind: 'space', at, height: 10, fill: 0 },
    { kind: 'paragraph', at, look: 'label', align: 'centre', text: plain(text) },
  ],
});
