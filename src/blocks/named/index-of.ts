import * as z from 'zod';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { byLetters } from '../../words/by-letters.ts';
import { defineBlock } from './named-block.ts';

/** An index: names, each with the pages, before this block, on which it or another word for it is. */
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
    return [{ kind: 'index', at, terms: plainTerms.sort((a, b) => byLetters(a.name, b.name)) }];
  },
});
