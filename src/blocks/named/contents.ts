import * as z from 'zod';
import { wholeNumber } from '../../diagnostics/yaml/check-yaml.ts';
import { defineBlock } from './named-block.ts';

/** A table of contents of what follows: `depth` levels, and none for a heading with more than `most` headings under it. */
export const contents = defineBlock({
  name: 'contents',
  fields: z.strictObject({ depth: wholeNumber(1, 6).default(2), most: wholeNumber(1, 1000).default(12) }),
  expand: ({ depth, most }, { at }) => [{ kind: 'contents', at, depth, most }],
});
