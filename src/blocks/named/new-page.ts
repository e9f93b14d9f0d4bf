import * as z from 'zod';
import { wholeNumber, yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import { defineBlock } from './named-block.ts';

/**
 * What follows begins on a new page, on the next right-hand one or, as a spread, on a left-hand one where that needs no more
 * sheets, perhaps with columns of its own. If the left-hand page before it would be blank, it has the text `facing`. A
 * break that is not needed is left out where that saves a page.
 */
export const newPage = defineBlock({
  name: 'new-page',
  fields: z.strictObject({
    side: z.enum(['any', 'right', 'spread']).default('any'),
    needed: yesOrNo().default(true).describe('no, to leave the break out where that saves a page'),
    columns: wholeNumber(1, 4).optional(),
    facing: z.string().min(1).optional().describe('Markdown of any length'),
  }),
  expand: ({ side, needed, columns, facing }, { at, blocks }) => [
    {
      kind: 'page-break',
      at,
      recto: side === 'right',
      ...(side === 'spread' && { spread: true }),
      ...(!needed && { spare: true }),
      ...(columns && { columns }),
      ...(facing && { facing: blocks(facing) }),
    },
  ],
});
