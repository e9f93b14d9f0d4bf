import * as z from 'zod';
import type { Inline } from '../blocks/block.ts';
import { defineBlock, type ExpandTools } from './named-block.ts';

/** A quotation in running text: its parts with elisions marked, speaker and place beneath. */
export const quotation = defineBlock({
  name: 'quotation',
  fields: z.strictObject({
    words: z.array(z.string().min(1)).min(1),
    speaker: z.string().min(1),
    place: z.string().min(1),
    /** Printed with the place: that the words are not the book’s, or that nobody has checked them. */
    warning: z.string().optional(),
    note: z.string().optional(),
  }),
  expand({ words, speaker, place, warning, note }, tools) {
    const at = tools.placeIn(words[0]!);
    return [
      {
        kind: 'quote',
        at,
        blocks: [{ kind: 'paragraph', at, look: 'body', text: quotedWords(words, tools) }],
        attribution: [
          ...tools.plain(speaker),
          ...tools.plain(', '),
          ...tools.plain(place),
          ...(warning
            ? [...tools.plain('. '), ...tools.plain(warning).map((run) => ({ ...run, bold: true }))]
            : []),
          ...(note ? [...tools.plain('. '), ...tools.plain(note)] : []),
        ],
      },
    ];
  },
});

/** The parts of a quotation in quotation marks; where something between them was left out stands […]. */
export function quotedWords(words: readonly string[], { inline, plain }: ExpandTools): Inline[] {
  const parts = words.flatMap((part, index) => [...(index > 0 ? plain(' […] ') : []), ...inline(part)]);
  return [...plain('“'), ...parts, ...plain('”')];
}
