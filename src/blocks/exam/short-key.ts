import * as z from 'zod';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import type { Block } from '../block.ts';
import { defineBlock, type ExpandTools } from '../named/named-block.ts';

const entry = z.strictObject({ number: z.string().min(1), answer: z.string().min(1) });
type Entry = z.output<typeof entry>;

/** Answers of at most so many characters are set side by side. */
const LONGEST_SHORT = 9;
/** Answers side by side, where there is room. */
const ACROSS = 5;
/** The least width of a column, in ems: below it, the columns are stacked. */
const LEAST_WIDTH = 5;

/** Numbers with their answers: short ones in columns, to be read down, and then the longer ones, each on its own line. */
export const shortKey = defineBlock({
  name: 'short-key',
  fields: z.strictObject({
    title: z.string().default(''),
    entries: z.array(entry).min(1),
  }),
  expand({ title, entries }, tools) {
    const { at, plain } = tools;
    const fits = ({ answer }: Entry) => withoutOriginMarks(answer).length <= LONGEST_SHORT;
    const short = entries.filter(fits).length < ACROSS ? [] : entries.filter(fits);
    const long = entries.filter((one) => !short.includes(one));
    const down = Math.ceil(short.length / ACROSS);
    const columns = Array.from({ length: ACROSS }, (_, index) =>
      short.slice(index * down, (index + 1) * down),
    );
    return [
      ...(title ? [{ kind: 'paragraph', at, look: 'label', text: plain(title) } as const] : []),
      ...(short.length > 0
        ? [
            {
              kind: 'columns',
              at,
              least: LEAST_WIDTH,
              columns: columns.map((some) => ({
                share: 1,
                blocks: some.length > 0 ? [answers(some, tools)] : [],
              })),
            } as const,
          ]
        : []),
      ...(long.length > 0 ? [answers(long, tools)] : []),
    ];
  },
});

function answers(entries: readonly Entry[], { at, plain, placeIn }: ExpandTools): Block {
  return {
    kind: 'list',
    at,
    labels: { texts: entries.map(({ number }) => number), room: '00(m)' },
    tight: true,
    look: 'small',
    items: entries.map(({ answer }) => [
      { kind: 'paragraph', at: placeIn(answer), look: 'small', ragged: true, text: plain(answer) },
    ]),
  };
}
