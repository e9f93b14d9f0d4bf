import * as z from 'zod';
import type { Inline } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';

/**
 * Lines for the pupil to fill in: name, class, date or anything else; the first is the longest. On a copy for one pupil,
 * some are filled in.
 */
export const nameLine = defineBlock({
  name: 'name-line',
  fields: z.strictObject({
    labels: z.array(z.string().min(1)).min(1).max(4),
    values: z.array(z.string()).default([]).describe('what is filled in already, in the order of the labels'),
  }),
  expand: ({ labels, values }, { at, plain, placeIn }) => [
    {
      kind: 'columns',
      at,
      columns: labels.map((label, index) => {
        const value = values[index] ?? '';
        const filled: Inline[] =
          value === ''
            ? [{ kind: 'blank', width: 'rest' }]
            : plain(value).map((run) => ({ ...run, bold: true }));
        return {
          share: index === 0 ? 5 : 2.5,
          blocks: [
            {
              kind: 'paragraph',
              at: value === '' ? at : placeIn(value),
              look: 'small',
              text: [...plain(label), ...plain('\u00A0'), ...filled],
            },
          ],
        };
      }),
    },
  ],
});
