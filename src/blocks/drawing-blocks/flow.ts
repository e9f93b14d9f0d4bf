import * as z from 'zod';
import { listOf } from '../../diagnostics/yaml/check-yaml.ts';
import { defineBlock } from '../named/named-block.ts';
import { plainText } from '../plain-text.ts';

/** Steps in order, each in a box with an arrow to the next. */
export const flow = defineBlock({
  name: 'flow',
  fields: z.strictObject({
    steps: listOf(z.string().min(1)).describe('two or more steps in order'),
    direction: z.enum(['down', 'across']).optional().describe('down or across'),
  }),
  expand({ steps, direction }, { at, plain, placeIn, report }) {
    if (steps.length < 3)
      report.add(
        'diagram-too-small',
        steps[0] === undefined ? at : placeIn(steps[0]),
        'A flow needs at least three steps.',
        'Add what comes before or after, or write a sentence.',
      );
    if (steps.length < 2) return [];
    const pairs = steps.slice(1).map((step, index) => [steps[index]!, step] as const);
    return [
      {
        kind: 'diagram',
        at,
        arrows: true,
        ...(direction && { direction }),
        boxes: steps.map((step) => ({ at: placeIn(step), text: plain(step) })),
        links: pairs.map(([, step], index) => ({ at: placeIn(step), from: index, to: index + 1 })),
        alt: `${steps.map((step) => plainText(plain(step))).join(' → ')}.`,
        key: {
          kind: 'table',
          at,
          columns: [{ align: 'right' }, { align: 'left' }],
          header: [],
          rows: steps.map((step, index) => [
            [{ kind: 'paragraph', at, look: 'body', text: [{ kind: 'text', text: `${index + 1}` }] }],
            [{ kind: 'paragraph', at: placeIn(step), look: 'body', text: plain(step) }],
          ]),
        },
        keyed: 'if-needed',
      },
    ];
  },
});
