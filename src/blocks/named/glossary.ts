import * as z from 'zod';
import { defineBlock } from './named-block.ts';

/** Words with what they mean, in small type: each meaning begins on the line of its word. */
export const glossary = defineBlock({
  name: 'glossary',
  fields: z.strictObject({
    terms: z
      .array(
        z.strictObject({
          term: z.string().min(1),
          forms: z.string().optional().describe('its gender and its plural, for instance'),
          markdown: z.string().min(1).describe('a paragraph of Markdown'),
          example: z.string().optional(),
        }),
      )
      .min(1),
  }),
  expand: ({ terms }, { at, plain, inline, placeIn }) => [
    {
      kind: 'definitions',
      at,
      tight: true,
      runIn: true,
      items: terms.map(({ term, forms, markdown, example }) => ({
        terms: [plain(term)],
        definitions: [
          [
            {
              kind: 'paragraph',
              at: placeIn(markdown),
              look: 'small',
              text: [
                ...(forms ? [...plain('('), ...plain(forms), ...plain(') ')] : []),
                ...inline(markdown),
                ...(example
                  ? [...plain(' · '), ...plain(example).map((run) => ({ ...run, italic: true }))]
                  : []),
              ],
            },
          ],
        ],
      })),
    },
  ],
});
