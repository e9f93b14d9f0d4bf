import * as z from 'zod';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { decimalNumber, wholeNumber, yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import { mm } from '../../pages/length.ts';
import type { Block } from '../block.ts';

/**
 * The field for the space of an answer: lines, a number of letters or a height in millimetres, and perhaps the rest of
 * the page.
 */
export const answerSpaceFields = z.strictObject({
  ruling: z.enum(['lined', 'squared', 'dotted', 'boxed', 'blank']).default('lined'),
  lines: wholeNumber(0, 200).default(0),
  letters: wholeNumber(0, 20_000).default(0),
  height: decimalNumber(0).default(0),
  rest: yesOrNo().default(false),
});

/** The space to write in; nothing if the fields ask for none. @param at the place of the question */
export function answerSpace(
  { ruling, lines, letters, height, rest }: z.output<typeof answerSpaceFields>,
  at: Place,
): Block[] {
  if (lines === 0 && letters === 0 && height === 0 && !rest) return [];
  const room = height > 0 ? { height: mm(height) } : letters > 0 ? { letters } : lines;
  // Lines without a ruling include the space above them.
  return [{ kind: 'answer-space', at, lines: room, rest, ...(ruling !== 'lined' && { ruling }) }];
}
