import * as z from 'zod';
import { largest } from '../../diagnostics/collections/largest.ts';
import { smallest } from '../../diagnostics/collections/smallest.ts';
import { decimalNumber } from '../../diagnostics/yaml/check-yaml.ts';
import type { Block, DrawingBlock, DrawingShape, DrawingText, Table } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';
import { plainText } from '../plain-text.ts';
import { eventRows } from './event-rows.ts';
import { timeTicks } from './time-ticks.ts';

/** The greatest width of a text on the left, in widths of the scale. */
const LABEL = 0.75;
/** The room for the name of a time, in widths. */
const NAME = 0.12;

/** Events in order, each with a dot where it is on a scale of time. */
export const timeline = defineBlock({
  name: 'timeline',
  fields: z.strictObject({
    events: z
      .array(
        z.strictObject({
          label: z.string().min(1).describe('what happens'),
          when: z.string().min(1).describe('the date as it is printed'),
          year: decimalNumber(-1e10).describe('when that is: 1854, 1854.5 for its middle, -44 for 44 BC'),
        }),
      )
      .min(1)
      .describe('the events in order'),
    titles: z.tuple([z.string().min(1), z.string().min(1)]).describe('the words for: when, what happens'),
  }),
  expand({ events, titles }, tools) {
    const { at, plain, placeIn, words } = tools;
    const years = events.map(({ year }) => year);
    const [from, to] = [smallest(years), largest(years)];
    const ticks = timeTicks(from, to, words);
    const [first, last] = [ticks[0], ticks.at(-1)];
    const table = tableOf();
    // Events of one day, or of ages that no calendar counts, are in order but on no scale.
    if (!first || !last || first === last) return [table];
    const x = (year: number) => (year - first.year) / (last.year - first.year);
    const { y, bottom } = eventRows(events.length);
    const text = (written: string, rest: Omit<DrawingText, 'at' | 'text'>): DrawingText => ({
      at: placeIn(written),
      text: plain(written),
      ...rest,
    });
    const points = events.map(({ year }, row) => [x(year), y(row)] as const);
    const line = (line: DrawingShape['line'], as: DrawingShape['as']) => ({ as, line }) as DrawingShape;
    const drawing: DrawingBlock = {
      kind: 'drawing',
      at,
      share: 0.5,
      shapes: [
        ...ticks.map(({ year }) =>
          line(
            [
              [x(year), 0],
              [x(year), bottom],
            ],
            'thin',
          ),
        ),
        ...points.flatMap(([across, down]) => [
          line(
            [
              [0, down],
              [across, down],
            ],
            'thin',
          ),
          line({ centre: [across, down], radius: 0 }, 'dot'),
        ]),
        ...(points.length > 1 ? [line(points, 'line')] : []),
      ],
      texts: [
        ...ticks.map(({ year, name }) => text(name, { point: [x(year), 0], side: 'above', widest: NAME })),
        ...events.flatMap(({ label, when }, row) => [
          text(label, { point: [0, y(row)], side: 'left', column: 1, widest: LABEL }),
          text(when, { point: [0, y(row)], side: 'left', column: 2, widest: LABEL, strong: true }),
        ]),
      ],
      alt: `${events.map(({ label, when }) => `${readable(when)}: ${readable(label)}`).join('; ')}.`,
      otherwise: table,
    };
    return [drawing];

    function readable(written: string): string {
      return plainText(plain(written));
    }

    function tableOf(): Table {
      const cell = (written: string): Block[] => [
        { kind: 'paragraph', at: placeIn(written), look: 'body', text: plain(written) },
      ];
      return {
        kind: 'table',
        at,
        columns: [{ align: 'left' }, { align: 'left' }],
        header: titles.map(cell),
        rows: events.map(({ when, label }) => [cell(when), cell(label)]),
      };
    }
  },
});
