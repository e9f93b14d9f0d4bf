import * as z from 'zod';
import { defineBlock } from './named-block.ts';

/** What follows begins on a new page, or on the next right-hand one. */
export const newPage = defineBlock({
  name: 'new-page',
  fields: z.strictObject({ side: z.enum(['any', 'right']).default('any') }),
  expand: ({ side }, { at }) => [{ kind: 'page-break', at, recto: side === 'right' }],
});
