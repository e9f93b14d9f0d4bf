import * as z from 'zod';
import type { Block } from '../../blocks/block.ts';
import { questionBlocks, questionFields } from '../../blocks/exam/question-blocks.ts';
import { defineBlock } from '../../blocks/named/named-block.ts';
import type { Passage } from '../../content/entries/entry.ts';
import { countInWords } from '../../diagnostics/count-in-words.ts';
import type { Report } from '../../diagnostics/report.ts';
import { say } from '../../words/say.ts';
import type { BodySource } from '../tasks/body-source.ts';
import { KEY_FIELD } from '../tasks/key-field.ts';
import { aroundList, holdsList, type ListEntry, readList, wordsOnly } from '../tasks/read-list.ts';
import { NO_LINT_FACTS, type QuestionKind } from './question-kind.ts';

/** Steps in the right order. */
interface Ordering {
  readonly kind: 'ordering';
  readonly steps: readonly Passage[];
  /** The order in which the author wrote them, for each place the step from 0, if that is not the right one. */
  readonly written?: readonly number[];
}

type Fields = { readonly key?: string[] | undefined };

/** The rule that a number is written on, in points. */
const NUMBER_WIDTH = 26;

/** Steps out of order, each with space for its number before it. */
const block = defineBlock({
  name: 'ordering',
  fields: z.strictObject({ ...questionFields, steps: z.array(z.string().min(1)).min(2).max(20) }),
  expand: (fields, tools) =>
    questionBlocks(
      fields,
      fields.steps.flatMap((step): Block[] => [
        { kind: 'space', at: tools.at, height: 7, fill: 0 },
        {
          kind: 'paragraph',
          at: tools.placeIn(step),
          look: 'body',
          ragged: true,
          text: [
            { kind: 'blank', width: NUMBER_WIDTH },
            ...tools.plain('\u00A0\u00A0'),
            ...tools.inline(step),
          ],
        },
      ]),
      tools,
    ),
});

/** Steps to number in the right order. */
export const ordering: QuestionKind<Ordering, typeof KEY_FIELD> = {
  name: 'ordering',
  fields: KEY_FIELD,
  read(source, report) {
    const list = readList(source.main);
    const hint = 'Write the steps as a list, in the right order.';
    if (!holdsList(list, 2, hint, source.at, report)) return undefined;
    const body = readSteps(list.entries, source, report);
    return body && { body, ...aroundList(list) };
  },
  textBeside: 'rationale',
  isWritten: false,
  marks: () => undefined,
  room: () => undefined,
  options: () => [],
  arrange({ steps, written }, { shuffle, shuffled }) {
    if (!shuffle && written) return [...written];
    // Steps that are printed in the right order leave nothing to do.
    for (;;) {
      const order = shuffled(steps.map(() => false));
      if (order.some((from, to) => from !== to)) return order;
    }
  },
  block,
  takesRoom: false,
  print: ({ steps }, { order, words }) => ({
    direction: say(words, 'number-the-steps', { count: steps.length }),
    steps: order.map((from) => wordsOnly(steps[from]!)),
  }),
  isKeyedByOrder: true,
  // From top to bottom, the number that each printed step gets.
  key: (_, order) => order.map((from) => from + 1).join(', '),
  answers: ({ steps }) => steps.map(({ text, at }, index) => ({ text: `${index + 1}\\. ${text}`, at })),
  offered: ({ steps }) => steps.map(({ text }) => text),
  found: stepsOnPaper,
  right: ({ steps }) => steps.map(({ text }, index) => [text, String(index + 1)]),
  meaning(entry, body, printed) {
    const steps = stepsOnPaper(body, printed);
    return entry.split(/,\s+/).map((part, place) => [steps[place] ?? '', String(Number(part))]);
  },
  secrets: () => [],
  shown: ({ steps }) => steps.map(({ text }) => text),
  levels: () => undefined,
  lint: NO_LINT_FACTS,
};

/** Steps have no labels: they are the last paragraphs of the task. */
function stepsOnPaper({ steps }: Ordering, { texts }: { readonly texts: readonly string[] }): string[] {
  return texts.slice(-steps.length);
}

/** Reads steps in the right order; or, with `key`, in any order, with the number of each in the right one. */
function readSteps(
  entries: readonly ListEntry[],
  { fields, places, at }: BodySource<Fields>,
  report: Report,
): Ordering | undefined {
  if (!fields.key) {
    if (fields.shuffle) return { kind: 'ordering', steps: entries };
    report.add(
      'order-revealing',
      places['shuffle'] ?? at,
      'With “shuffle: no”, steps in the right order would give the answer away.',
      'Write the steps in the order you want printed, and give their right places: key: [3, 1, 2].',
    );
    return undefined;
  }
  const given = fields.key;
  const count = entries.length;
  const numbers = entries.map((_, index) => String(index + 1));
  const where = places['key'] ?? places['key.0'] ?? at;
  if (given.length !== count || !numbers.every((number) => given.includes(number))) {
    report.add(
      'key-unknown',
      where,
      `This key does not fit ${countInWords(count, 'step')}.`,
      `Give one number for each step: use every number from 1 to ${count} once.`,
    );
    return undefined;
  }
  if (!fields.shuffle && given.every((number, index) => number === numbers[index])) {
    report.add(
      'order-revealing',
      where,
      'The steps are already in the right order.',
      'Write them in a different order, or delete “shuffle”.',
    );
    return undefined;
  }
  const written = given.map((number) => Number(number) - 1);
  return { kind: 'ordering', steps: written.map((_, step) => entries[written.indexOf(step)]!), written };
}
