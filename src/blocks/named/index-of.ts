import * as z from 'zod';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { byLetters } from '../../words/by-letters.ts';
import { defineBlock } from './named-block.ts';

/** An index: names, each with the pages on which it or another word for it is. */
export const indexOf = defineBlock({
  name: 'index',
  fields: z.strictObject({
    terms: z.array(
      z.strictObject({ name: z.string().min(1), words: z.array(z.string().min(1)).default([]) }),
    ),
  }),
  expand: ({ terms }, { at }) => {
    const plainTerms = terms.map(({ name, words }) => {
      const plainName = withoutOriginMarks(name);
      return { name: plainName, words: [plainName, ...words.map(withoutOriginMarks)] };
    });
    // A place may be one of the words too.
    const seen = new Set<string>();
    const each = plainTerms.filter(
      ({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()),
    );
    return [
      {
        kind: 'index',
        at,
        terms: each.sort((a, b) => byLetters(a.name.toLowerCase(), b.name.toLowerCase())),
      },
    ];
  },
});
