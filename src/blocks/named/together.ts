import * as z from 'zod';
import { defineBlock } from './named-block.ts';

/** Text that stays on one page if it can. */
export const together = defineBlock({
  name: 'together',
  fields: z.strictObject({ text: z.string().min(1).describe('Markdown of any length') }),
  expand: ({ text }, { at, blocks }) => [{ kind: 'group', at, blocks: blocks(text) }],
});
