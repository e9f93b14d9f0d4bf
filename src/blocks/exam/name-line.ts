import * as z from 'zod';
import { linesToFillIn } from '../named/lines-to-fill-in.ts';
import { defineBlock } from '../named/named-block.ts';

/** Lines for the pupil to fill in. On a copy for one pupil, some are filled in. */
export const nameLine = defineBlock({
  name: 'name-line',
  fields: z.strictObject({
    labels: z.array(z.string().min(1)).min(1).max(4),
    values: z.array(z.string()).default([]).describe('what is filled in already, in the order of the labels'),
  }),
  expand: ({ labels, values }, tools) => [linesToFillIn(labels, tools, values)],
});
