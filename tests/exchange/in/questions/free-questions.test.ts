import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../../../src/diagnostics/report.ts';
import { readAiken } from '../../../../src/exchange/in/aiken/read-aiken.ts';
import { readGift } from '../../../../src/exchange/in/gift/read-gift.ts';
import { readMoodle } from '../../../../src/exchange/in/moodle/read-moodle.ts';
import { readQti } from '../../../../src/exchange/in/qti/read-qti.ts';
import { sourceOf } from '../source-of.ts';
import { type FreeQuestion, freeQuestions, questionsIn } from './free-questions.ts';
import { asAiken, asGift, asMoodle, asQti12, asQti21 } from './print-questions.ts';

/** Each format: the kinds that it has, and how questions are written and read in it. */
const FORMATS: readonly [
  name: string,
  kinds: readonly FreeQuestion['kind'][],
  again: (questions: readonly FreeQuestion[]) => ReturnType<typeof questionsIn>,
][] = [
  [
    'GIFT',
    ['multiple-choice', 'true-false', 'matching', 'short'],
    (questions) => questionsIn(readGift(sourceOf(asGift(questions)))),
  ],
  ['Aiken', ['multiple-choice'], (questions) => questionsIn(readAiken(sourceOf(asAiken(questions))))],
  [
    'Moodle XML',
    ['multiple-choice', 'true-false', 'matching', 'short', 'ordering', 'cloze'],
    (questions) => questionsIn(readMoodle(sourceOf(asMoodle(questions)), createReport())!),
  ],
  [
    'QTI 1.2',
    ['multiple-choice', 'true-false', 'matching', 'short'],
    (questions) => questionsIn(readQti(sourceOf(asQti12(questions)), createReport())!),
  ],
  [
    'QTI 2.1',
    ['multiple-choice', 'true-false', 'matching', 'short', 'ordering', 'cloze'],
    (questions) => {
      const all = questions.map((question) =>
        questionsIn(readQti(sourceOf(asQti21(question)), createReport())!),
      );
      return { questions: all.flatMap((one) => one.questions), findings: all.flatMap((one) => one.findings) };
    },
  ],
];

describe('free questions', () => {
  it.each(FORMATS)('come in from %s as they were written, and a pack reads them', (_, kinds, again) => {
    fc.assert(
      fc.property(freeQuestions(kinds), (questions) => {
        const { questions: read, findings } = again(questions);
        expect(findings).toEqual([]);
        expect(read).toEqual(questions);
      }),
      { numRuns: 20 },
    );
  });
});
