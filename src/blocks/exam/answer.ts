import * as z from 'zod';
import { decimalNumber, wholeNumber, yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import { mm } from '../../pages/length.ts';
import { defineBlock } from '../named/named-block.ts';

/** Space to write or draw in: lines, or a height in millimetres, and perhaps the rest of the page. */
export const answer = defineBlock({
  name: 'answer',
  fields: z
    .strictObject({
      ruling: z.enum(['lined', 'squared', 'dotted', 'boxed', 'blank']).default('lined'),
      lines: wholeNumber(1, 200).optional(),
      height: decimalNumber(1).optional().describe('a number of millimetres, for example 60'),
      rest: yesOrNo().default(false).describe('yes, to fill the rest of the page'),
    })
    .refine(({ lines, height }) => lines === undefined || height === undefined, {
      error: 'either lines or a height, not both',
      path: ['height'],
    }),
  expand: ({ ruling, lines, height, rest }, { at }) => [
    {
      kind: 'answer-space',
      at,
      ruling,
      lines: height === undefined ? (lines ?? (rest ? 0 : 3)) : { height: mm(height) },
      rest,
    },
  ],
});
