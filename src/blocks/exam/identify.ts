import * as z from 'zod';
import type { Block } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';
import { quotedParagraphs } from '../named/quotation.ts';
import { answerSpace, answerSpaceFields } from './answer-space.ts';
import { helpBlocks, questionBlocks, questionFields } from './question-blocks.ts';

/** A quotation without its speaker and place, and lines to write them on. */
export const identify = defineBlock({
  name: 'identify',
  fields: z.strictObject({
    ...questionFields,
    words: z.array(z.string().min(1)).min(1),
    warning: z.string().default(''),
    lines: z.array(z.string().min(1)).default([]).describe('what is asked on a line each: Who says this?'),
    last: z.string().default('').describe('what is asked with more room: Why does it matter?'),
    space: answerSpaceFields.optional(),
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
    // Help is printed where it is needed: above the lines to write on.
    const withoutHelp = { ...fields, help: [], starters: [] };
    return questionBlocks(
      withoutHelp,
      [quote, ...lines, ...last, ...helpBlocks(fields, tools), ...room],
      tools,
    );
  },
});
