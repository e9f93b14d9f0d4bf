import * as z from 'zod';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { wholeNumber } from '../../diagnostics/yaml/check-yaml.ts';
import type { Block } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';

/**
 * A numbered question with space for its answer, or with the answer itself. The space depends on the length of the model
 * answer, unless `lines` is given.
 */
export const question = defineBlock({
  name: 'question',
  fields: z.strictObject({
    number: wholeNumber(1, 1000),
    text: z.string().min(1),
    answer: z.string().default(''),
    show: z.enum(['space', 'answer']).default('space'),
    lines: wholeNumber(0, 60).optional(),
  }),
  expand({ number, text, answer, show, lines }, { at, plain, blocks, placeIn, report }) {
    const place = placeIn(text);
    if (answer === '' && (show === 'answer' || lines === undefined))
      report.add(
        'answer-missing',
        place,
        'This question has no answer, but the key needs one.',
        'Write a model answer below the question, after a blank line.',
      );
    const letters = withoutOriginMarks(answer).replace(/\s+/g, ' ').length;
    const below: Block[] =
      show === 'answer'
        ? [{ kind: 'box', at: placeIn(answer), tone: 'bar', blocks: blocks(answer) }]
        : [{ kind: 'answer-space', at: place, lines: lines ?? { letters }, rest: false }];
    const prompt: Block = { kind: 'paragraph', at: place, look: 'body', ragged: true, text: plain(text) };
    return [
      {
        kind: 'group',
        at,
        blocks: [
          { kind: 'list', at: place, start: number, tight: false, look: 'body', items: [[prompt, ...below]] },
        ],
      },
      { kind: 'space', at, height: 6, fill: 0 },
    ];
  },
});
