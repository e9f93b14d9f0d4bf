import * as z from 'zod';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import type { Inline, Paragraph } from '../block.ts';
import { inSmallType } from '../in-small-type.ts';
import { defineBlock } from './named-block.ts';

/** Notes in the margin column, beside what follows: terms with their meanings, or a text. */
export const margin = defineBlock({
  name: 'margin',
  fields: z.strictObject({
    title: z.string().min(1),
    items: z
      .array(
        z.strictObject({
          term: z.string().optional(),
          text: z.string().optional(),
          markdown: z.string().optional(),
        }),
      )
      .default([]),
    text: z.string().min(1).optional().describe('Markdown of any length'),
  }),
  expand({ title, items, text: below }, { at, plain, inline, blocks, placeIn }) {
    if (items.length === 0 && below === undefined) return [];
    const paragraphs = items.map(({ term = '', text = '', markdown = '' }): Paragraph => {
      // Not “Madame Madame fears …”: a term that the text begins with is printed once.
      const plainTerm = withoutOriginMarks(term);
      const rest = withoutOriginMarks(text).startsWith(`${plainTerm} `)
        ? text.replace(`${plainTerm} `, '')
        : text;
      const parts = [term && bold(plain(term)), rest && plain(rest), markdown && inline(markdown)].filter(
        (part) => part !== '',
      );
      const spaced = parts.flatMap((part, index) => (index === 0 ? part : [...plain(' '), ...part]));
      return {
        kind: 'paragraph',
        at: placeIn(term || text || markdown),
        look: 'small',
        text: spaced,
        ...(term && (rest || markdown) && { term: bold(plain(term)) }),
      };
    });
    return [
      {
        kind: 'aside',
        at,
        blocks: [
          { kind: 'paragraph', at, look: 'label', text: plain(title) },
          ...paragraphs,
          ...(below === undefined ? [] : inSmallType(blocks(below))),
        ],
      },
    ];
  },
});

const bold = (inlines: Inline[]): Inline[] =>
  inlines.map((inline) => (inline.kind === 'text' ? { ...inline, bold: true } : inline));
