import * as z from 'zod';
import { asked, askedFields } from './asked.ts';
import { defineBlock } from './named-block.ts';

/** Steps out of order, each with room for its number before it. */
export const ordering = defineBlock({
  name: 'ordering',
  fields: z.strictObject({ ...askedFields, steps: z.array(z.string().min(1)).min(2).max(20) }),
  expand: (fields, tools) =>
    asked(
      fields,
      [
        {
          kind: 'table',
          at: tools.at,
          columns: [
            { align: 'left', share: 0.09 },
            { align: 'left', share: 0.91 },
          ],
          header: [],
          rows: fields.steps.map((step) => [
            [{ kind: 'answer-space', at: tools.at, lines: 1, rest: false, ruling: 'boxed' }],
            [{ kind: 'paragraph', at: tools.placeIn(step), look: 'body', text: tools.inline(step) }],
          ]),
        },
      ],
      tools,
    ),
});
