import fc from 'fast-check';
import type { Imported } from '../../../../src/exchange/in/imported.ts';
import { plainOf } from '../../plain-of.ts';
import { readBack } from '../../read-back.ts';

/** A question as any teacher may write it; texts are plain. */
export type FreeQuestion =
  | { kind: 'multiple-choice'; stem: string; options: { text: string; key: boolean }[] }
  | { kind: 'true-false'; stem: string; key: boolean }
  | { kind: 'matching'; stem: string; pairs: { left: string; right: string }[]; extras: string[] }
  | { kind: 'short'; stem: string; answers: string[] }
  | { kind: 'ordering'; stem: string; steps: string[] }
  | { kind: 'cloze'; stem: string; words: string[]; gaps: string[] };

/** Words, and what means something in Markdown, in a format of questions or in items. */
const TOKENS = [
  ...['leaf', 'Straße', 'naïve', '水', 'x2', 'a_b', '3.14', 'the', 'École'],
  ...[
    '*',
    '*a*',
    '_a_',
    '`c`',
    '[x]',
    '[[a]]',
    '<b',
    '<i>',
    '&amp;',
    '&',
    '|',
    '~~s~~',
    '$5',
    '$6',
    '\\',
    '\\n',
    '^2',
    '> q',
  ],
  ...[
    '=',
    '=a',
    '#',
    '##',
    '{',
    '}',
    '~',
    '::',
    ':',
    '->',
    '%50%',
    '//',
    '1.',
    'B)',
    'B.',
    '-',
    '+',
    'ANSWER:',
    '!',
  ],
  ...[
    '(quotation: a)',
    '(source: b)',
    '(pinned)',
    '“so”',
    "it's",
    '"q"',
    'a|b',
    '<!--',
    '-->',
    ']]>',
    '==',
    '===',
    '---',
  ],
];

const text = fc
  .array(fc.constantFrom(...TOKENS), { minLength: 1, maxLength: 5 })
  .map((tokens) => tokens.join(' '))
  // A question has words in it, not only signs.
  .map((words) => `w ${words}`);

const texts = (minLength: number, maxLength: number) => fc.uniqueArray(text, { minLength, maxLength });

/** Free questions of some kinds. */
export const freeQuestions = (kinds: readonly FreeQuestion['kind'][]): fc.Arbitrary<FreeQuestion[]> => {
  const byKind: { [Kind in FreeQuestion['kind']]: fc.Arbitrary<FreeQuestion> } = {
    'multiple-choice': fc
      .record({ stem: text, options: texts(2, 5), key: fc.nat(4), more: fc.boolean() })
      .map(({ stem, options, key }) => ({
        kind: 'multiple-choice',
        stem,
        options: options.map((option, index) => ({ text: option, key: index === key % options.length })),
      })),
    'true-false': fc.record({ kind: fc.constant('true-false' as const), stem: text, key: fc.boolean() }),
    matching: fc.record({ stem: text, all: texts(6, 8), extras: fc.nat(1) }).map(({ stem, all, extras }) => ({
      kind: 'matching',
      stem,
      pairs: [0, 2].map((at) => ({ left: all[at]!, right: all[at + 1]! })),
      extras: all.slice(4, 4 + extras),
    })),
    short: fc.record({ kind: fc.constant('short' as const), stem: text, answers: texts(1, 3) }),
    ordering: fc.record({ kind: fc.constant('ordering' as const), stem: text, steps: texts(2, 5) }),
    cloze: fc
      .record({ stem: text, words: texts(3, 3), gaps: texts(2, 2) })
      .map(({ stem, words, gaps }) => ({ kind: 'cloze', stem, words, gaps })),
  };
  return fc.array(fc.oneof(...kinds.map((kind) => byKind[kind])), { minLength: 1, maxLength: 4 });
};

/** What was imported as questions again, after it has been written as Markdown and read as a pack. */
export function questionsIn(imported: Imported): { questions: FreeQuestion[]; findings: readonly string[] } {
  const { assessment, findings, text: written } = readBack(imported);
  const questions = assessment.items.map(({ task }): FreeQuestion => {
    const { body } = task;
    const stem = plainOf(task.stem.text);
    switch (body.kind) {
      case 'multiple-choice':
        return {
          kind: body.kind,
          stem,
          options: body.options.map((option) => ({ text: plainOf(option.text), key: option.key })),
        };
      case 'true-false':
        return { kind: body.kind, stem: plainOf(body.statements[0]!.text), key: body.statements[0]!.key };
      case 'matching': {
        const right = body.right.map((one) => plainOf(one.text));
        return {
          kind: body.kind,
          stem,
          pairs: body.left.map((one, index) => ({ left: plainOf(one.text), right: right[index]! })),
          extras: right.slice(body.left.length),
        };
      }
      case 'ordering':
        return { kind: body.kind, stem, steps: body.steps.map((step) => plainOf(step.text)) };
      case 'cloze': {
        const words = body.text.text
          .replace(/^\\(?=[#>:=+-])/, '')
          .split(/\s*\[\[\d+\]\]\s*/)
          .map(plainOf);
        return { kind: body.kind, stem, words, gaps: body.blanks.map((blank) => plainOf(blank.words[0]!)) };
      }
      case 'short': {
        const accepted = task.notes['accept']?.text.split('\n').map((line) => plainOf(line.slice(2))) ?? [];
        return { kind: body.kind, stem, answers: [plainOf(task.notes['answer']!.text), ...accepted] };
      }
      default:
        throw new Error(`not expected: ${body.kind}`);
    }
  });
  return { questions, findings: findings.map(({ code, message }) => `${code}: ${message}\n${written}`) };
}
