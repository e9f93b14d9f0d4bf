import * as z from 'zod';
import type { Block } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';
import { questionBlocks, questionFields } from './question-blocks.ts';

/** A question with its answer instead of the space for one. The question is in small type, so that the eye finds the answer. */
export const answered = defineBlock({
  name: 'answered',
  fields: z.strictObject({ ...questionFields, answer: z.string().min(1).describe('Markdown of any length') }),
  expand(fields, tools) {
    const { answer } = fields;
    const box: Block = { kind: 'box', at: tools.placeIn(answer), tone: 'bar', blocks: tools.blocks(answer) };
    return questionBlocks(fields, [box], tools, 'small');
  },
});
