import * as z from 'zod';
import type { Block, List } from '../../blocks/block.ts';
import { questionBlocks, questionFields } from '../../blocks/exam/question-blocks.ts';
import { defineBlock } from '../../blocks/named/named-block.ts';
import type { Passage } from '../../content/entries/entry.ts';
import { text } from '../../content/kinds/entry-kind.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { listOf, yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import { say } from '../../words/say.ts';
import { letterOf } from '../tasks/letter-of.ts';
import { aroundList, readList, wordsOnly } from '../tasks/read-list.ts';
import { entryLabelled } from '../tasks/task-on-paper.ts';
import { NO_LINT_FACTS, type QuestionKind } from './question-kind.ts';
import { readPairs } from './read-pairs.ts';

/** `right[i]` goes with `left[i]`; what `right` has more of goes with nothing. */
interface Matching {
  readonly kind: 'matching';
  readonly left: readonly Passage[];
  readonly right: readonly Passage[];
  /** Everything to choose from, in the author's order, if the author gives it apart from the pairs. */
  readonly choose?: readonly Passage[];
}

const FIELDS = {
  choose: listOf(text())
    .default([])
    .describe('for matching, everything pupils can choose from, in printed order if shuffle is no'),
  reuse: yesOrNo().default(false).describe('yes if pupils may use a letter more than once'),
  unequal: yesOrNo().default(false).describe('yes if one side has more entries than the other'),
};

/** If a list would be narrower than this, in ems, the right one is printed below the left one. */
const MIN_COLUMN_WIDTH = 9;

/** What fits on a line of the page, in characters; what a label takes; and the least that a list is taken for. */
const LINE = 88;
const LABEL = 9;
const SHORTEST = 20;

/**
 * The shares of two lists, by their longest texts, so that pairs are as near to one another as they can be; and what is
 * left of the line, if that is worth leaving.
 */
function sharesOf(left: readonly string[], right: readonly string[]): number[] {
  const [first, second] = [left, right].map((texts) =>
    Math.max(
      SHORTEST,
      LABEL +
        largest(
          texts.map((text) => withoutOriginMarks(text).length),
          0,
        ),
    ),
  ) as [number, number];
  const rest = LINE - first - second;
  // Two long lists share the line evenly enough that neither takes many lines.
  if (rest < 0) return [Math.min(first, 2.4 * second), Math.min(second, 2.4 * first)];
  return rest >= SHORTEST ? [first, second, rest] : [first, second];
}

/** Two lists side by side: the left one numbered, with space for a letter; the right one lettered. */
const block = defineBlock({
  name: 'matching',
  fields: z.strictObject({
    ...questionFields,
    left: z.array(z.string().min(1)).min(2).max(20),
    right: z.array(z.string().min(1)).min(2).max(26),
  }),
  expand(fields, tools) {
    const { left, right } = fields;
    const list = (texts: readonly string[], labels: NonNullable<List['labels']>): Block => ({
      kind: 'list',
      at: tools.at,
      labels,
      tight: false,
      look: 'body',
      items: texts.map((text) => [
        {
          kind: 'paragraph',
          at: tools.placeIn(text),
          look: 'body',
          ragged: true,
          text: tools.inline(text),
        },
      ]),
    });
    const numbers = left.map((_, index) => String(index + 1));
    const letters = right.map((_, index) => String.fromCharCode(65 + index));
    // The blank for the letter comes before the text: there it has a column of its own, and is on the first line.
    const lists = [
      [list(left, { texts: numbers, room: left.length > 9 ? '00' : '0', drawn: 'blank' })],
      [list(right, { texts: letters, room: 'M' })],
      [],
    ];
    const columns: Block = {
      kind: 'columns',
      at: tools.at,
      least: MIN_COLUMN_WIDTH,
      columns: sharesOf(left, right).map((share, index) => ({ share, blocks: lists[index]! })),
    };
    return questionBlocks(fields, [columns], tools);
  },
});

/** Pairs to find: a numbered list on the left, a lettered one on the right. */
export const matching: QuestionKind<Matching, typeof FIELDS> = {
  name: 'matching',
  fields: FIELDS,
  read(source, report) {
    const list = readList(source.main);
    const pairs = readPairs(list.entries, source, report);
    return pairs && { body: { kind: 'matching', ...pairs }, ...aroundList(list) };
  },
  textBeside: 'rationale',
  isWritten: false,
  marks: ({ left }) => left.length,
  room: () => undefined,
  options: () => [],
  arrange(body, { shuffle, shuffled }) {
    const side = rightSide(body);
    return shuffle ? shuffled(side.map(() => false)) : side.map((_, index) => index);
  },
  block,
  takesRoom: false,
  print(body, { order, words }) {
    const { left } = body;
    const side = rightSide(body);
    const used = body.right.slice(0, left.length).map((entry) => entry.text);
    const mayReuse = new Set(used).size < used.length;
    const hasSpares = side.some((entry) => !used.includes(entry.text));
    return {
      direction: [
        say(words, 'one-letter-each'),
        ...(mayReuse ? [say(words, 'letters-again')] : []),
        ...(hasSpares ? [say(words, 'letters-spare')] : []),
      ].join(' '),
      left: left.map(wordsOnly),
      right: order.map((from) => wordsOnly(side[from]!)),
    };
  },
  isKeyedByOrder: true,
  key(body, order) {
    const side = rightSide(body);
    const placeOf = (right: Passage) => order.findIndex((from) => side[from]!.text === right.text);
    return body.left.map((_, index) => `${index + 1}${letterOf(placeOf(body.right[index]!))}`).join(', ');
  },
  answers: ({ left, right }) =>
    left.map((entry, index) => ({ text: `${entry.text} – ${right[index]!.text}`, at: entry.at })),
  offered: (body) => [...body.left, ...rightSide(body)].map((entry) => entry.text),
  found: (_, { entries }) => entries.map((entry) => entry.text),
  right: ({ left, right }) => left.map((entry, index) => [entry.text, right[index]!.text]),
  meaning: (entry, _, printed) =>
    entry.split(/,\s+/).map((part) => {
      const [, left = '', right = ''] = /^(\d+)([A-Z])$/.exec(part) ?? [];
      return [entryLabelled(printed, left), entryLabelled(printed, right)];
    }),
  secrets: () => [],
  shown: (body) => [...body.left, ...rightSide(body)].map((entry) => entry.text),
  levels: () => undefined,
  lint: { ...NO_LINT_FACTS, isTurnedByNot: true },
};

/** The entries on the right, each once, even if it goes with several on the left. */
function rightSide({ right, choose = right }: Matching): Passage[] {
  return choose.filter((entry, index) => choose.findIndex((other) => other.text === entry.text) === index);
}
