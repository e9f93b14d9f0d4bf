import * as z from 'zod';
import type { Block } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';
import { answerSpace, answerSpaceFields } from './answer-space.ts';
import { questionBlocks, questionFields } from './question-blocks.ts';

/** A question with space for a written answer, or the beginning of one that has parts. */
export const task = defineBlock({
  name: 'task',
  fields: z.strictObject({ ...questionFields, space: answerSpaceFields.optional() }),
  expand(fields, tools) {
    const room: Block[] = fields.space ? answerSpace(fields.space, tools.at) : [];
    return questionBlocks(fields, room, tools);
  },
});
