import * as z from 'zod';
import { defineBlock } from './named-block.ts';

/** What follows begins in the next column, or on the next page if there is no other column. */
export const columnBreak = defineBlock({
  name: 'column-break',
  fields: z.strictObject({}),
  expand: (_, { at }) => [{ kind: 'column-break', at }],
});
