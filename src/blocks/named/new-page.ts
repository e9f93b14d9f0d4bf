import * as z from 'zod';
import { wholeNumber } from '../../diagnostics/check-yaml.ts';
import { defineBlock } from './named-block.ts';

/**
 * What follows begins on a new page, or on the next right-hand one, perhaps with columns of its own. If the left-hand page
 * before it would be blank, it has the text `facing`.
 */
export const newPage = defineBlock({
  name: 'new-page',
  fields: z.strictObject({
    side: z.enum(['any', 'right']).default('any'),
    columns: wholeNumber(1, 4).optional(),
    facing: z.string().min(1).optional().describe('Markdown of any length'),
  }),
  expand: ({ side, columns, facing }, { at, blocks }) => [
    {
      kind: 'page-break',
      at,
      recto: side === 'right',
      ...(columns && { columns }),
      ...(facing && { facing: blocks(facing) }),
    },
  ],
});
