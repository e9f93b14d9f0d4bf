import type { Task } from '../../../assessment/item-bank/item.ts';
import type { TaskBody } from '../../../assessment/kinds/question-kinds.ts';
import { kindOf } from '../../../assessment/kinds/question-kinds.ts';
import type { Option } from '../../../assessment/tasks/option.ts';
import type { Passage } from '../../../content/entries/entry.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import { byLetters } from '../../../words/by-letters.ts';
import type { PackOut } from '../pack-out.ts';
import type { AnswerOut, GapOut } from './answer-out.ts';

/** How a task is asked in other programs. */
export interface Asked {
  readonly answer: AnswerOut;
  /** What pupils read of it, besides its stem and text. */
  readonly above?: readonly Passage[];
  /** For a task that is as many questions: the statement that each of them asks. */
  readonly statement?: Passage;
  /** What no other program asks of it, with its words. */
  readonly lost?: readonly { readonly what: string; readonly text: string }[];
}

type BodyNamed<Kind extends TaskBody['kind']> = Extract<TaskBody, { readonly kind: Kind }>;

/**
 * How each kind of question is asked elsewhere, as one question or several. A new kind does not compile until it is here. One
 * that only a test knows is a written answer: it must never become a choice without options.
 */
const ASKED: {
  readonly [Kind in TaskBody['kind']]: (
    body: BodyNamed<Kind>,
    task: Task,
    source: PackOut,
  ) => readonly Asked[];
} = {
  'multiple-choice': ({ options, choose }) => [
    { answer: { as: 'choice', options: options.map(choiceOf), isSingle: choose === 1 } },
  ],
  'true-false': ({ statements, reason }) =>
    statements.map((statement) => ({
      answer: { as: 'true-false', isTrue: statement.key },
      statement,
      ...(reason &&
        !statement.key && {
          lost: [{ what: 'the line on which pupils correct a false statement', text: '' }],
        }),
    })),
  matching: ({ left, right, choose = right }, { shuffle }) => {
    const once = choose.filter((one, index) => choose.findIndex(({ text }) => text === one.text) === index);
    const sides = shuffle ? once.toSorted((a, b) => byLetters(a.text, b.text)) : once;
    return [
      {
        answer: {
          as: 'pairs',
          pairs: left.map((one, index) => ({ left: one, right: right[index]! })),
          sides,
        },
      },
    ];
  },
  ordering: ({ steps }) => [{ answer: { as: 'order', steps } }],
  cloze: (body) => [gapsOf(body)],
  table: (body) => [gapsOf(body)],
  labelling({ labels, bank }, { at }) {
    const text = labels.map(({ letter }, index) => `**${letter}** [[${index + 1}]]`).join('\n\n');
    const blanks = labels.map(({ answer }) => ({ words: [answer.text], at: answer.at }));
    return [gapsOf({ text: { text, at }, blanks, ...(bank && { bank }) })];
  },
  short: (_, task) => [written(task)],
  extended: (_, task) => [written(task)],
  identify: (body, task, source) => [{ ...written(task), above: printed(body, source) }],
  parts: (_, task) => [written(task)],
};

/** Says how a task without parts is asked in other programs. */
export function askedElsewhere(task: Task, source: PackOut): readonly Asked[] {
  const asked = ownValue<unknown>(ASKED, task.body.kind) as
    | ((body: TaskBody, task: Task, source: PackOut) => readonly Asked[])
    | undefined;
  return asked
    ? asked(task.body, task, source)
    : [
        {
          ...written(task),
          lost: [{ what: `the way in which it is answered (${String(task.body.kind)})`, text: '' }],
        },
      ];
}

const choiceOf = ({ text, at, key, pinned }: Option) => ({
  text: { text, at },
  isRight: key,
  isPinned: pinned,
});

interface BodyWithGaps {
  readonly text: Passage;
  readonly blanks: readonly { readonly words: readonly string[]; readonly at: Passage['at'] }[];
  readonly bank?: readonly Passage[];
}

function gapsOf({ text, blanks, bank }: BodyWithGaps): Asked {
  const offered = (bank ?? []).toSorted((a, b) => byLetters(a.text, b.text));
  const gaps = blanks.map(({ words, at }): GapOut => {
    const isRight = (word: string) => words.includes(word);
    return bank
      ? { isChosen: true, words: offered.map((word) => ({ text: word, isRight: isRight(word.text) })) }
      : { isChosen: false, words: words.map((word) => ({ text: { text: word, at }, isRight: true })) };
  });
  const beside = blanks.flatMap(({ words }) =>
    bank ? words.filter((word) => !offered.some((one) => one.text === word)) : [],
  );
  const what = 'an answer that is accepted besides the words to choose from';
  return {
    answer: { as: 'gaps', text, blanks: gaps },
    ...(beside.length > 0 && { lost: [{ what, text: beside.join(', ') }] }),
  };
}

/** Lines that a page has room for, where an answer takes the rest of it. */
const MOST_LINES = 40;

const written = ({ space }: Task): Asked => ({
  answer: { as: 'written', lines: Math.min(MOST_LINES, space?.rest ? MOST_LINES : (space?.lines ?? 5)) },
});

/** What a paper prints of a body, in order: its quotation and its questions. */
function printed(body: TaskBody, { assessment, pack, words }: PackOut): Passage[] {
  const { at } = pack.about;
  const fields = kindOf(body, assessment.kinds).print(body, { order: [], isSupport: false, pack, words });
  return Object.values(fields).flatMap((value) =>
    [value]
      .flat()
      .flatMap((one): Passage[] =>
        typeof one === 'boolean' || one === ''
          ? []
          : typeof one === 'string'
            ? [{ text: one, at }]
            : [one as Passage],
      ),
  );
}
