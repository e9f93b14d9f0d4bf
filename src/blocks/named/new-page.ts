import * as z from 'zod';
import { wholeNumber } from '../../diagnostics/check-yaml.ts';
import { defineBlock } from './named-block.ts';

/**
 * What follows begins on a new page, on the next right-hand one or, as a spread, on a left-hand one where that needs no more
 * sheets, perhaps with columns of its own. If the left-hand page
 * before it would be blank, it has the text `facing`.
 */
export const newPage = defineBlock({
  name: 'new-page',
  fields: z.strictObject({
    side: z.enum(['any', 'right', 'spread']).default('any'),
    columns: wholeNumber(1, 4).optional(),
    facing: z.string().min(1).optional().describe('Markdown of any length'),
  }),
  expand: ({ side, columns, facing }, { at, blocks }) => [
    {
      kind: 'page-break',
      at,
      recto: side === 'right',
      ...(side === 'spread' && { spread: true }),
      ...(columns && { columns }),
      ...(facing && { facing: blocks(facing) }),
    },
  ],
});
