import * as z from 'zod';
import { NO_LINT_FACTS, type QuestionKind } from '../../src/assessment/kinds/question-kind.ts';
import { letterOf } from '../../src/assessment/tasks/letter-of.ts';
import type { Option } from '../../src/assessment/tasks/option.ts';
import { aroundList, readList, wordsOnly } from '../../src/assessment/tasks/read-list.ts';
import { entryLabelled } from '../../src/assessment/tasks/task-on-paper.ts';
import { questionBlocks, questionFields } from '../../src/blocks/exam/question-blocks.ts';
import { defineBlock } from '../../src/blocks/named/named-block.ts';
import type { Passage } from '../../src/content/entries/entry.ts';
import { text } from '../../src/content/kinds/entry-kind.ts';

/** Several things. One of them, the key, does not belong with the others. */
interface OddOneOut {
  readonly kind: 'odd-one-out';
  readonly things: readonly Option[];
  /** What the others have in common. */
  readonly others: Passage;
}

const FIELDS = { others: text().optional().describe('what all but one have in common') };

/** A question with lettered things. */
const block = defineBlock({
  name: 'odd-one-out',
  fields: z.strictObject({ ...questionFields, things: z.array(z.string().min(1)).min(3) }),
  expand: (fields, tools) =>
    questionBlocks(
      fields,
      [
        {
          kind: 'list',
          at: tools.at,
          labels: { texts: fields.things.map((_, index) => letterOf(index)), room: 'M' },
          tight: true,
          look: 'body',
          items: fields.things.map((thing) => [
            { kind: 'paragraph', at: tools.placeIn(thing), look: 'body', text: tools.inline(thing) },
          ]),
        },
      ],
      tools,
    ),
});

/** A question that asks which of several things does not belong. */
export const oddOneOut: QuestionKind<OddOneOut, typeof FIELDS> = {
  name: 'odd-one-out',
  fields: FIELDS,
  read({ main, fields, places, at }, report) {
    const list = readList(main);
    const keys = list.entries.filter(({ key }) => key);
    if (keys.length !== 1 || fields.others === undefined) {
      const hint = 'Put [x] before that one, and say of the rest: others: they give light';
      report.add('key-missing', at, 'This item does not say which one is odd, or why.', hint);
      return undefined;
    }
    const others = { text: fields.others, at: places['others'] ?? at };
    return { body: { kind: 'odd-one-out', things: list.entries, others }, ...aroundList(list) };
  },
  textBeside: 'rationale',
  isWritten: false,
  marks: () => 1,
  room: () => undefined,
  options: ({ things }) => things,
  arrange: ({ things }, { shuffle, shuffled }) => shuffled(things.map(({ pinned }) => !shuffle || pinned)),
  block,
  takesRoom: false,
  print: ({ things }, { order }) => ({
    direction: 'Circle the letter of the odd one out.',
    things: order.map((from) => wordsOnly(things[from]!)),
  }),
  isKeyedByOrder: true,
  key: ({ things }, order) => letterOf(order.findIndex((from) => things[from]!.key)),
  answers: ({ things, others }) => [...things.filter(({ key }) => key).map(wordsOnly), others],
  offered: ({ things }) => things.map((thing) => thing.text),
  found: (_, { entries }) => entries.map((entry) => entry.text),
  right: ({ things }) => things.filter(({ key }) => key).map((thing) => [thing.text]),
  meaning: (letter, _, printed) => [[entryLabelled(printed, letter)]],
  secrets: ({ others }) => [{ what: 'reason', text: others }],
  shown: ({ things }) => things.map((thing) => thing.text),
  levels: () => undefined,
  lint: NO_LINT_FACTS,
};
