import * as z from 'zod';
import type { Block, TableCell } from '../../blocks/block.ts';
import { questionBlocks, questionFields } from '../../blocks/exam/question-blocks.ts';
import { defineBlock, type ExpandTools } from '../../blocks/named/named-block.ts';
import type { Report } from '../../diagnostics/report.ts';
import { yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import { mm } from '../../pages/length.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import type { BodySource, ReadBody } from '../tasks/body-source.ts';
import type { Option } from '../tasks/option.ts';
import { aroundList, readList, wordsOnly } from '../tasks/read-list.ts';
import { NO_LINT_FACTS, type QuestionKind } from './question-kind.ts';

/** Statements, whose `key` says whether they are true; `reason` if pupils correct those that are false. */
interface TrueFalse {
  readonly kind: 'true-false';
  readonly statements: readonly Option[];
  readonly reason: boolean;
}

const FIELDS = {
  reason: yesOrNo().default(false).describe('yes to ask what is wrong with each false statement'),
};

/** Room to correct a statement, in points: the rule below the row is the line to write on. */
const ROOM_TO_CORRECT = mm(7);
/** The least height of a row, so that boxes stay apart. */
const ROW_HEIGHT = mm(7.5);

/** Statements in a table, each with a box for true and one for false, and perhaps a line to correct it on. */
const block = defineBlock({
  name: 'true-false',
  fields: z.strictObject({
    ...questionFields,
    statements: z.array(z.string().min(1)).min(1).max(20),
    headings: z.array(z.string()).length(2).optional().describe('other words for true and false'),
    reason: yesOrNo().default(false).describe('yes for a line on which to say what is wrong'),
  }),
  expand(fields, tools) {
    const cell = (text: string): TableCell => [
      { kind: 'paragraph', at: tools.at, look: 'body', text: tools.plain(text) },
    ];
    const { words } = tools;
    const { statements, headings = [say(words, 'true'), say(words, 'false')], reason } = fields;
    const table: Block = {
      kind: 'table',
      large: true,
      rowHeaders: 'plain',
      rowHeight: ROW_HEIGHT,
      at: tools.at,
      columns: [{ align: 'left' }, { align: 'left' }, { align: 'centre' }, { align: 'centre' }],
      header: [say(words, 'number-short'), say(words, 'statement'), ...headings].map((title) => [
        { kind: 'paragraph', at: tools.at, look: 'small', text: tools.plain(title) },
      ]),
      rows: statements.map((statement, index) => [
        cell(String(index + 1)),
        statementCell(statement, reason, tools),
        boxCell(tools),
        boxCell(tools),
      ]),
    };
    return questionBlocks(fields, [table], tools);
  },
});

/** A box to tick. It is a character, so that a screen reader reads it out. */
const boxCell = ({ at }: ExpandTools): TableCell => [
  { kind: 'paragraph', at, look: 'body', text: [{ kind: 'text', text: '☐', box: true }] },
];

function statementCell(statement: string, reason: boolean, { at, inline, placeIn }: ExpandTools): TableCell {
  const paragraph: Block = {
    kind: 'paragraph',
    at: placeIn(statement),
    look: 'body',
    text: inline(statement),
  };
  return reason ? [paragraph, { kind: 'space', at, height: ROOM_TO_CORRECT, fill: 0 }] : [paragraph];
}

/** A verdict in a key; in English where there are no words. */
const verdict = (isTrue: boolean, words: Words | undefined): string =>
  words ? say(words, isTrue ? 'key-true' : 'key-false') : String(isTrue);

/** A line end in a narrow column may be any space. */
const lettersOf = (text: string) => text.replace(/\s+/g, ' ');

/** Statements to judge. */
export const trueFalse: QuestionKind<TrueFalse, typeof FIELDS> = {
  name: 'true-false',
  fields: FIELDS,
  read: readStatements,
  textBeside: 'rationale',
  isWritten: false,
  marks: ({ statements, reason }) =>
    statements.length + (reason ? statements.filter(({ key }) => !key).length : 0),
  room: () => undefined,
  options: () => [],
  arrange: ({ statements }, { shuffle, shuffled }) =>
    shuffled(statements.map(({ pinned }) => !shuffle || pinned)),
  block,
  takesRoom: false,
  print: ({ statements, reason }, { order, words }) => ({
    direction: say(words, reason ? 'tick-each-and-correct' : 'tick-each'),
    statements: order.map((from) => wordsOnly(statements[from]!)),
    reason,
  }),
  isKeyedByOrder: true,
  key: ({ statements }, order, words) =>
    order.map((from, place) => `${place + 1} ${verdict(statements[from]!.key, words)}`).join(', '),
  answers: ({ statements }, { words }) =>
    statements.map(({ text, at, key }) => ({
      text: `**${say(words, 'label', { label: say(words, key ? 'true' : 'false') })}** ${text}`,
      at,
    })),
  offered: ({ statements }) => statements.map(({ text }) => text),
  found: (_, { rows }) => rows.filter(([label = '']) => /^\d+$/.test(label)).map((cells) => cells[1] ?? ''),
  right: ({ statements }) => statements.map(({ text, key }) => [text, String(key)]),
  meaning: (entry, _, { rows }, words) =>
    entry.split(/,\s+/).map((part) => {
      const [, row, said = ''] = /^(\d+)\s(.+)$/.exec(part) ?? [];
      const meant = [true, false].find((is) => lettersOf(verdict(is, words)) === lettersOf(said));
      return [rows.find(([label]) => label === row)?.[1] ?? `no ${row}`, String(meant)];
    }),
  secrets: () => [],
  shown: ({ statements }) => statements.map(({ text }) => text),
  levels: () => undefined,
  lint: { ...NO_LINT_FACTS, needsRationale: true, isTurnedByNot: true },
};

function readStatements(
  { fields, main, at }: BodySource<{ readonly reason: boolean }>,
  report: Report,
): ReadBody<TrueFalse> | undefined {
  const list = readList(main);
  if (list.entries.length < 1) {
    report.add(
      'key-missing',
      at,
      'This item has no statements.',
      'Write them as a list: - [ ] wrong, - [x] right.',
    );
    return undefined;
  }
  const bare = list.entries.find(({ boxed }) => !boxed);
  if (bare) {
    report.add(
      'key-missing',
      bare.at,
      'This statement is not marked as true or false.',
      'Write - [x] before a true statement, and - [ ] before a false one.',
    );
    return undefined;
  }
  const statements = list.entries.map(({ text, at: where, key, pinned }) => ({
    text,
    at: where,
    key,
    pinned,
  }));
  return { body: { kind: 'true-false', statements, reason: fields.reason }, ...aroundList(list) };
}
