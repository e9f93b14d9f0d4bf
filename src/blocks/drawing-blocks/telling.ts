import * as z from 'zod';
import { largest } from '../../diagnostics/collections/largest.ts';
import { smallest } from '../../diagnostics/collections/smallest.ts';
import { listOf } from '../../diagnostics/yaml/check-yaml.ts';
import type { Block, DrawingBlock, DrawingShape, DrawingText } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';
import { plainText } from '../plain-text.ts';
import { eventRows } from './event-rows.ts';

/** The greatest width of a text on the left, in widths of the band of chapters. */
const LABEL = 0.75;
/** How high the middle of the names of chapters is. */
const NAMES = 0.023;

/** The events of a story in the order they happened, against the chapters in which they are told. */
export const telling = defineBlock({
  name: 'telling',
  fields: z.strictObject({
    chapters: z
      .array(
        z.strictObject({
          title: z.string().min(1).describe('what is printed above its column'),
          part: z.string().default('').describe('the part that it belongs to; parts are shaded in turn'),
        }),
      )
      .min(1)
      .describe('the chapters in order'),
    events: z
      .array(
        z.strictObject({
          label: z.string().min(1).describe('what happens'),
          when: z.string().default('').describe('when; printed once for events that follow each other'),
          told: listOf(z.string()).describe('the titles of the chapters that tell it'),
        }),
      )
      .min(1)
      .describe('the events in the order they happened'),
    titles: z
      .tuple([z.string().min(1), z.string().min(1), z.string().min(1)])
      .describe('the words for: when, what happens, told in'),
  }),
  expand({ chapters, events, titles }, { at, plain, placeIn }) {
    const columns = chapters.map(({ title }) => title);
    const x = (title: string) => (columns.indexOf(title) + 0.5) / columns.length;
    const { y, bottom } = eventRows(events.length);
    const known = events.map(({ told }) => told.filter((title) => columns.includes(title)));
    const text = (written: string, rest: Omit<DrawingText, 'at' | 'text'>): DrawingText => ({
      at: placeIn(written),
      text: plain(written),
      ...rest,
    });
    // Texts are compared as they are read: each knows where it was written.
    const readable = (written: string) => plainText(plain(written));
    const startsAt = (row: number) => {
      const when = readable(events[row]!.when);
      return row > 0 && when === readable(events[row - 1]!.when) ? '' : when;
    };
    const firsts = known.flatMap((told, row) => (told[0] ? [[x(told[0]), y(row)] as const] : []));
    const shapes: DrawingShape[] = [
      ...shaded(
        chapters.map(({ part }) => readable(part)),
        bottom,
      ),
      ...known.flatMap((told, row): DrawingShape[] => [
        {
          as: 'thin',
          line: [
            [0, y(row)],
            [1, y(row)],
          ],
        },
        ...told.map((title) => ({ as: 'dot', line: { centre: [x(title), y(row)], radius: 0 } }) as const),
      ]),
      ...(firsts.length > 1 ? [{ as: 'line', line: firsts } as const] : []),
    ];
    const drawing: DrawingBlock = {
      kind: 'drawing',
      at,
      share: 0.5,
      shapes,
      texts: [
        text(titles[2], { point: [0, -NAMES], side: 'left', widest: 0.4, strong: true }),
        ...chapters.map(({ title }) => text(title, { point: [x(title), 0], side: 'above', widest: 0.1 })),
        ...events.map(({ label }, row) =>
          text(label, { point: [0, y(row)], side: 'left', column: 1, widest: LABEL }),
        ),
        ...events.flatMap(({ when }, row) =>
          startsAt(row) === ''
            ? []
            : [text(when, { point: [0, y(row)], side: 'left', column: 2, widest: LABEL, strong: true })],
        ),
      ],
      alt: `${events
        .map(({ label }, row) =>
          [
            startsAt(row) === '' ? '' : `${startsAt(row)}: `,
            readable(label),
            known[row]!.length > 0 ? ` (${known[row]!.join(', ')})` : '',
          ].join(''),
        )
        .join('; ')}.`,
      otherwise: {
        kind: 'table',
        at,
        columns: [{ align: 'left' }, { align: 'left' }, { align: 'left' }],
        header: titles.map((title) => [paragraph(title)]),
        rows: events.map(({ when, label }, row) =>
          [when, label, known[row]!.join(', ')].map((cell) => (cell === '' ? [] : [paragraph(cell)])),
        ),
      },
    };
    return [drawing];

    function paragraph(written: string): Block {
      return { kind: 'paragraph', at: placeIn(written), look: 'body', text: plain(written) };
    }
  },
});

/** Every second part as a band from the top to the bottom. */
function shaded(partOf: readonly string[], bottom: number): DrawingShape[] {
  const parts = [...new Set(partOf)];
  return parts.flatMap((part, index): DrawingShape[] => {
    if (index % 2 > 0 || parts.length < 2) return [];
    const places = partOf.flatMap((own, at) => (own === part ? [at] : []));
    const [left, right] = [smallest(places) / partOf.length, (largest(places) + 1) / partOf.length];
    return [
      {
        as: 'shade',
        line: [
          [left, 0],
          [right, 0],
          [right, bottom],
          [left, bottom],
        ],
      },
    ];
  });
}
