import { letterOf } from '../../../assessment/tasks/letter-of.ts';
import type { Passage } from '../../../content/entries/entry.ts';
import { append } from '../../../diagnostics/collections/append.ts';
import { largest } from '../../../diagnostics/collections/largest.ts';
import type { Loss } from '../../losses/loss.ts';
import type { FileOut, WriteOut } from '../format-out.ts';
import type { PackOut } from '../pack-out.ts';
import { type ByAnswer, byAnswer } from '../questions/answer-out.ts';
import { matchingDistractors } from '../questions/matching-distractors.ts';
import { putInGaps } from '../questions/put-in-gaps.ts';
import type { QuestionOut } from '../questions/question-out.ts';
import { questionsOf } from '../questions/questions-of.ts';
import { type PassageWriter, passageWriter } from '../rich-text/passage-writer.ts';
import { formulaLosses } from '../spreadsheets/formula-losses.ts';
import { separatedValues } from '../spreadsheets/separated-values.ts';
import { spreadsheetBytes } from '../spreadsheets/spreadsheet-bytes.ts';

const NO_PICTURES = { lang: 'lang', isStrict: false, pictureAddress: () => undefined } as const;

/** What a row of the table says of how a question is answered. */
interface RowAnswer {
  readonly kind: string;
  readonly answers: readonly string[];
  /** The letters of the answers that are right, or `true` or `false`. */
  readonly correct: string;
  /** The words to choose from. */
  readonly choose?: readonly string[];
  /** What is written in place of the gaps of its text. */
  readonly gaps?: readonly string[];
}

/** Writes all questions of a pack as a table for a spreadsheet: a row for each, in plain words. */
export const questionsCsvOf: WriteOut<PackOut> = (source): FileOut => {
  const losses: Loss[] = [];
  const questions = questionsOf(source, losses);
  const writer = passageWriter(source, NO_PICTURES, losses);
  const rows = questions.map((question) => ({
    question,
    ...byAnswer(ROWS, question.answer, question, writer),
  }));
  const most = largest(
    rows.map(({ answers }) => answers.length),
    0,
  );
  const head = [
    ...['id', 'kind', 'question'],
    ...Array.from({ length: most }, (_, index) => `answer ${letterOf(index)}`),
    ...['correct', 'choose from', 'marks', 'explanation', 'guidance', 'tags'],
  ];
  const cells = rows.map(({ question, kind, answers, correct, choose = [], gaps = [] }) => {
    const { reading, asking, answer, explanation, marking, marks, tags } = question;
    const text = answer.as === 'gaps' ? [answer.text] : [];
    const row = [
      question.id,
      kind,
      putInGaps(plainLines([...reading, ...asking, ...text], writer), gaps),
      ...Array.from({ length: most }, (_, index) => answers[index] ?? ''),
      correct,
      choose.join(' | '),
      marks === 0 ? '' : String(marks),
      plainLines(explanation, writer),
      marking.map(({ label, text: note }) => `${label}: ${writer.plain(note)}`).join('\n'),
      tags.join(', '),
    ];
    append(losses, [...lossesInTable(question), ...formulaLosses(row, question.at)]);
    return row;
  });
  return { bytes: spreadsheetBytes(separatedValues([head, ...cells], ',')), count: questions.length, losses };
};

const lossesInTable = ({ answer, shuffle, at }: QuestionOut): Loss[] =>
  answer.as === 'choice' && (!shuffle || answer.options.some(({ isPinned }) => isPinned))
    ? [{ what: 'that options keep their places', text: '', at }]
    : [];

const plainLines = (passages: readonly Passage[], writer: PassageWriter): string =>
  passages.map((passage) => writer.plain(passage)).join('\n');

/** How each way of asking is written in a row. Kinds have the names that authors write. */
const ROWS: ByAnswer<[question: QuestionOut, writer: PassageWriter], RowAnswer> = {
  choice: ({ options }, _, writer) => ({
    kind: 'multiple-choice',
    answers: options.map(({ text }) => writer.plain(text)),
    correct: options.flatMap(({ isRight }, index) => (isRight ? [letterOf(index)] : [])).join(', '),
  }),
  'true-false': ({ isTrue }) => ({ kind: 'true-false', answers: [], correct: String(isTrue) }),
  pairs: ({ pairs, sides }, _, writer) => ({
    kind: 'matching',
    answers: [
      ...pairs.map(({ left, right }) => `${writer.plain(left)} = ${writer.plain(right)}`),
      ...matchingDistractors(pairs, sides).map((right) => `= ${writer.plain(right)}`),
    ],
    correct: '',
  }),
  order: ({ steps }, _, writer) => ({
    kind: 'ordering',
    answers: steps.map((step) => writer.plain(step)),
    correct: '',
  }),
  gaps({ blanks }, _, writer) {
    const [first] = blanks;
    const rightOf = ({ words }: (typeof blanks)[number]) =>
      words.filter(({ isRight }) => isRight).map(({ text }) => writer.plain(text));
    return {
      kind: 'cloze',
      answers: [],
      correct: '',
      choose: first?.isChosen ? first.words.map(({ text }) => writer.plain(text)) : [],
      gaps: blanks.map((gap) => `[[${rightOf(gap).join('|')}]]`),
    };
  },
  written: (_, { kind, model }, writer) => ({
    kind: kind === 'extended' ? 'extended' : 'short',
    answers: model.length > 0 ? [plainLines(model, writer)] : [],
    correct: '',
  }),
};
