import * as z from 'zod';
import type { Block } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';
import { quotedParagraphs } from '../named/quotation.ts';
import { answerFields, answerSpace } from './answer-space.ts';
import { asked, askedFields, helping } from './asked.ts';

/** A quotation without its speaker and place, and lines to name them on. */
export const identify = defineBlock({
  name: 'identify',
  fields: z.strictObject({
    ...askedFields,
    words: z.array(z.string().min(1)).min(1),
    warning: z.string().default(''),
    lines: z.array(z.string().min(1)).default([]).describe('what is asked on a line each: Who says this?'),
    last: z.string().default('').describe('what is asked with more room: Why does it matter?'),
    space: answerFields.optional(),
  }),
  expand(fields, tools) {
    const { at, plain, placeIn } = tools;
    const place = placeIn(fields.words[0]!);
    const quote: Block = {
      kind: 'quote',
      at: place,
      blocks: quotedParagraphs(fields.words, 'body', tools),
      ...(fields.warning && { attribution: plain(fields.warning) }),
    };
    const lines = fields.lines.flatMap((line): Block[] => [
      { kind: 'space', at, height: 8, fill: 0 },
      {
        kind: 'paragraph',
        at,
        look: 'body',
        text: [...plain(line), ...plain('\u00A0'), { kind: 'blank', width: 'rest' }],
      },
    ]);
    const last: Block[] = fields.last
      ? [
          { kind: 'space', at, height: 8, fill: 0 },
          { kind: 'paragraph', at, look: 'body', text: plain(fields.last) },
        ]
      : [];
    const room = fields.space ? answerSpace(fields.space, at) : [];
    // Help stands where it is needed: above the lines to write on.
    const helped = { ...fields, help: [], starters: [] };
    return asked(helped, [quote, ...lines, ...last, ...helping(fields, tools), ...room], tools);
  },
});
