import * as z from 'zod';
import { defineBlock } from '../named/named-block.ts';

/** Lines for the pupil to fill in: name, class, date or anything else; the first is the longest. */
export const nameLine = defineBlock({
  name: 'name-line',
  fields: z.strictObject({ labels: z.array(z.string().min(1)).min(1).max(4) }),
  expand: ({ labels }, { at, plain }) => [
    {
      kind: 'columns',
      at,
      columns: labels.map((label, index) => ({
        share: index === 0 ? 5 : 2.5,
        blocks: [
          {
            kind: 'paragraph',
            at,
            look: 'small',
            text: [...plain(label), ...plain('\u00A0'), { kind: 'blank', width: 'rest' }],
          },
        ],
      })),
    },
  ],
});
