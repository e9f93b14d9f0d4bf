import * as z from 'zod';
import { questionBlocks, questionFields } from '../../blocks/exam/question-blocks.ts';
import { defineBlock } from '../../blocks/named/named-block.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Report } from '../../diagnostics/report.ts';
import { say } from '../../words/say.ts';
import type { BodySource, ReadBody } from '../tasks/body-source.ts';
import { KEY_FIELD } from '../tasks/key-field.ts';
import { letterOf } from '../tasks/letter-of.ts';
import type { Option } from '../tasks/option.ts';
import { aroundList, type ListEntry, readList, wordsOnly } from '../tasks/read-list.ts';
import { entryLabelled } from '../tasks/task-on-paper.ts';
import { type Arranging, NO_LINT_FACTS, type QuestionKind } from './question-kind.ts';

/** Options to tick; `choose` is the number of those that are right. */
interface MultipleChoice {
  readonly kind: 'multiple-choice';
  readonly options: readonly Option[];
  readonly choose: number;
}

type Fields = { readonly key?: string[] | undefined };

/** A question with lettered options, each with a box to tick between its letter and its text. */
const block = defineBlock({
  name: 'multiple-choice',
  fields: z.strictObject({
    ...questionFields,
    options: z
      .array(z.string().min(1))
      .min(2)
      .max(12)
      .describe('the options, each one paragraph of Markdown'),
  }),
  expand: (fields, tools) =>
    questionBlocks(
      fields,
      [
        {
          kind: 'list',
          at: tools.at,
          labels: {
            texts: fields.options.map((_, index) => String.fromCharCode(65 + index)),
            room: 'M',
            drawn: 'tick-box',
          },
          tight: true,
          look: 'body',
          items: fields.options.map((option) => [
            {
              kind: 'paragraph',
              at: tools.placeIn(option),
              look: 'body',
              ragged: true,
              text: tools.inline(option),
            },
          ]),
        },
      ],
      tools,
    ),
});

/** Lettered options, of which one or more are ticked. */
export const multipleChoice: QuestionKind<MultipleChoice, typeof KEY_FIELD> = {
  name: 'multiple-choice',
  fields: KEY_FIELD,
  read: readOptions,
  textBeside: 'rationale',
  isWritten: false,
  marks: ({ choose }) => choose,
  room: () => undefined,
  options: ({ options }) => options,
  arrange: ({ options }, how) => arrangeOptions(options, how),
  block,
  takesRoom: false,
  print: ({ options, choose }, { order, words }) => ({
    direction: say(words, 'tick-boxes', { count: choose }),
    options: order.map((from) => wordsOnly(options[from]!)),
  }),
  isKeyedByOrder: true,
  key: ({ options }, order) =>
    order.flatMap((from, place) => (options[from]!.key ? [letterOf(place)] : [])).join(', '),
  answers: ({ options }) => keysOf(options).map(wordsOnly),
  offered: ({ options }) => options.map(({ text }) => text),
  found: (_, { entries }) => entries.map(({ text }) => text),
  right: ({ options }) => keysOf(options).map(({ text }) => [text]),
  meaning: (entry, _, printed) => entry.split(/,\s+/).map((letter) => [entryLabelled(printed, letter)]),
  secrets: () => [],
  shown: ({ options }) => options.map(({ text }) => text),
  levels: () => undefined,
  lint: {
    ...NO_LINT_FACTS,
    hidden: ({ options }) => keysOf(options).map(({ text }) => text),
    needsRationale: true,
    isTurnedByNot: true,
  },
};

const keysOf = (options: readonly Option[]) => options.filter(({ key }) => key);

function readOptions(source: BodySource<Fields>, report: Report): ReadBody<MultipleChoice> | undefined {
  const { fields, main, at } = source;
  const list = readList(main);
  if (list.entries.length < 2) {
    report.add(
      'key-missing',
      at,
      'This item has no options.',
      'Write them as a list: - [ ] wrong, - [x] right.',
    );
    return undefined;
  }
  const options = fields.key ? withKey(list.entries, fields.key, source, report) : list.entries;
  if (!options) return undefined;
  const choose = keysOf(options).length;
  if (choose === 0 || choose === options.length) {
    const message =
      choose === 0
        ? 'No option is marked as right.'
        : 'Every option is marked as right, so there is nothing to choose.';
    report.add('key-missing', at, message, 'Write [x] before each right option: - [x] the right one.');
    return undefined;
  }
  const body = {
    kind: 'multiple-choice',
    options: options.map(({ text, at: where, key, pinned }) => ({ text, at: where, key, pinned })),
    choose,
  } as const;
  return { body, ...aroundList(list) };
}

/** The options with the key that the field `key` gives by their letters. */
function withKey(
  entries: readonly ListEntry[],
  key: readonly string[],
  { places, at }: BodySource,
  report: Report,
): ListEntry[] | undefined {
  const letters = entries.map((_, place) => letterOf(place));
  const stray = key.findIndex((letter) => !letters.includes(letter));
  if (stray >= 0) {
    const where = ownValue(places, `key.${stray}`) ?? places['key'] ?? at;
    const hint = `The options are ${letters[0]} to ${letters.at(-1)}, in the order in which you wrote them.`;
    report.add('key-unknown', where, `The key is “${key[stray]}”, which is not one of the options.`, hint);
    return undefined;
  }
  return entries.map((entry, index) => ({ ...entry, key: key.includes(letters[index]!) }));
}

function arrangeOptions(options: readonly Option[], { shuffle, keyPlace, shuffled }: Arranging): number[] {
  if (!shuffle) return options.map((_, index) => index);
  if (keyPlace === undefined) return shuffled(options.map(({ pinned }) => pinned));
  const key = options.findIndex((option) => option.key);
  // The key and the option in its new place change places; then all others but the pinned ones are shuffled.
  const start = options.map((_, index) => (index === keyPlace ? key : index === key ? keyPlace : index));
  const fixed = options.map(({ pinned }, index) => pinned || index === keyPlace);
  return shuffled(fixed).map((index) => start[index]!);
}
