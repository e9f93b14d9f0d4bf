import * as z from 'zod';
import { wholeNumber } from '../../diagnostics/check-yaml.ts';
import { defineBlock } from './named-block.ts';

/** The headings that follow, with their pages: so many levels of them, and no more than so many below one another. */
export const contents = defineBlock({
  name: 'contents',
  fields: z.strictObject({ depth: wholeNumber(1, 6).default(2), most: wholeNumber(1, 1000).default(12) }),
  expand: ({ depth, most }, { at }) => [{ kind: 'contents', at, depth, most }],
});
