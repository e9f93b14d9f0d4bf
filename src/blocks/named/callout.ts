import * as z from 'zod';
import { CALLOUTS, calloutBox, calloutTitle } from '../callout.ts';
import { defineBlock } from './named-block.ts';

/** A box that stands out from the text, with a title or the name of its sort. */
export const callout = defineBlock({
  name: 'callout',
  fields: z.strictObject({
    sort: z.enum(CALLOUTS).default('note'),
    title: z.string().min(1).optional(),
    text: z.string().min(1).describe('Markdown of any length'),
  }),
  expand: ({ sort, title, text }, { at, plain, blocks, words }) => [
    calloutBox(plain(title ?? calloutTitle(sort, words)), blocks(text), at),
  ],
});
