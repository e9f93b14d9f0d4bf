import * as z from 'zod';
import { defineBlock } from './named-block.ts';

/** A list in the margin column, beside what follows it: terms with what they mean, or texts alone. */
export const margin = defineBlock({
  name: 'margin',
  fields: z.strictObject({
    title: z.string().min(1),
    items: z.array(z.strictObject({ term: z.string().optional(), text: z.string().optional() })),
  }),
  expand: ({ title, items }, { at, plain, inline, placeIn }) =>
    items.length === 0
      ? []
      : [
          {
            kind: 'aside',
            at,
            blocks: [
              { kind: 'paragraph', at, look: 'label', text: plain(title) },
              ...items.map(({ term, text }) => ({
                kind: 'paragraph' as const,
                at: placeIn(term ?? text ?? ''),
                look: 'small' as const,
                text: [
                  ...(term ? plain(term).map((run) => ({ ...run, bold: true })) : []),
                  ...(term && text ? plain('  ') : []),
                  ...(text ? inline(text) : []),
                ],
              })),
            ],
          },
        ],
});
