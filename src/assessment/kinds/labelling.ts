import * as z from 'zod';
import type { Block } from '../../blocks/block.ts';
import { questionBlocks, questionFields } from '../../blocks/exam/question-blocks.ts';
import { wordBox } from '../../blocks/exam/word-box.ts';
import { defineBlock } from '../../blocks/named/named-block.ts';
import type { Passage } from '../../content/entries/entry.ts';
import type { Report } from '../../diagnostics/report.ts';
import { say } from '../../words/say.ts';
import { aroundList, holdsList, type ListEntry, readList } from '../tasks/read-list.ts';
import { BANK_FIELDS, readBank, wordsOffered } from '../tasks/word-bank.ts';
import { NO_LINT_FACTS, type QuestionKind } from './question-kind.ts';

/** The letters of a figure and what they stand for. */
interface Labelling {
  readonly kind: 'labelling';
  readonly labels: readonly Label[];
  /** Words to choose from. */
  readonly bank?: readonly Passage[];
}

interface Label {
  readonly letter: string;
  readonly answer: Passage;
}

/** Lines to name the lettered parts of a figure on. The figure itself is in the text. */
const block = defineBlock({
  name: 'labelling',
  fields: z.strictObject({
    ...questionFields,
    letters: z.array(z.string().min(1)).min(1).max(20),
    words: z.array(z.string().min(1)).default([]).describe('the words to choose from, in a box'),
  }),
  expand(fields, tools) {
    const { at, plain } = tools;
    const lines = fields.letters.flatMap((letter): Block[] => [
      { kind: 'space', at, height: 7, fill: 0 },
      {
        kind: 'paragraph',
        at,
        look: 'body',
        text: [
          ...plain(letter).map((run) => ({ ...run, bold: true })),
          ...plain('\u00A0\u00A0'),
          { kind: 'blank', width: 'rest' },
        ],
      },
    ]);
    return questionBlocks(fields, [...wordBox(fields.words, tools), ...lines], tools);
  },
});

/** A lettered figure whose parts are to be named. The figure is in the task's text. */
export const labelling: QuestionKind<Labelling, typeof BANK_FIELDS> = {
  name: 'labelling',
  fields: BANK_FIELDS,
  read(source, report) {
    const list = readList(source.main);
    const hint = 'Write what each letter of the figure stands for: - A = the lamp';
    if (!holdsList(list, 1, hint, source.at, report)) return undefined;
    const labels = list.entries.map((entry) => readLabel(entry, report));
    const bank = readBank(
      labels.map(({ answer }) => answer),
      source,
    );
    return { body: { kind: 'labelling', labels, ...(bank && { bank }) }, ...aroundList(list) };
  },
  textBeside: 'rationale',
  isWritten: false,
  marks: ({ labels }) => labels.length,
  room: () => undefined,
  options: () => [],
  arrange: ({ bank = [] }, { shuffled }) => shuffled(bank.map(() => false)),
  block,
  takesRoom: false,
  print(body, printing) {
    const words = wordsOffered(
      body,
      body.labels.map(({ answer }) => answer),
      printing,
    );
    return {
      direction: say(printing.words, words.length > 0 ? 'letters-from-box' : 'letters-stand-for'),
      words,
      letters: body.labels.map(({ letter }) => letter),
    };
  },
  isKeyedByOrder: false,
  key: keyOf,
  answers: ({ labels }, { words }) =>
    labels.map(({ letter, answer: { text, at } }) => ({
      text: `${say(words, 'label', { label: letter })} ${text}`,
      at,
    })),
  // The lines for the letters are not told from other text when a paper is read back.
  offered: () => [],
  found: () => [],
  // One fact for all letters, since answers may hold the comma that parts the entries of a key.
  right: (body) => [[keyOf(body)]],
  meaning: (entry) => [[entry]],
  secrets: ({ labels }) => labels.map(({ answer }) => ({ what: 'label', text: answer })),
  shown: ({ labels, bank }, isSupport) =>
    (bank ?? (isSupport ? labels.map(({ answer }) => answer) : [])).map(({ text }) => text),
  levels: () => undefined,
  lint: NO_LINT_FACTS,
};

function keyOf({ labels }: Labelling): string {
  return labels.map(({ letter, answer }) => `${letter} ${answer.text}`).join(', ');
}

function readLabel({ text, at }: ListEntry, report: Report): Label {
  const [, letter = '', words = ''] = /^(\S+)\s*=\s*(.*)$/.exec(text) ?? [];
  if (words === '')
    report.add(
      'key-missing',
      at,
      `“${text}” does not say what the letter stands for.`,
      'Write “A = what it is”.',
    );
  return { letter, answer: { text: words, at } };
}
