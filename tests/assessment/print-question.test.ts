import { describe, expect, it } from 'vitest';
import { printQuestions } from '../../src/assessment/for-pupils/print-question.ts';
import { assessmentOf } from './support.ts';

/** What is said before each question about the text that it is about. */
function saidOf(stimuli: readonly (string | undefined)[], first = 1): string[] {
  const items = stimuli
    .map(
      (stimulus, index) =>
        `## Why ${index}?\nid: q${index}\nmarks: 1\n${stimulus ? `stimulus: ${stimulus}\n` : ''}\nBecause.\n`,
    )
    .join('\n');
  const { assessment, pack, report } = assessmentOf({
    'items.md': items,
    'stimuli.md': '## Lamp\n\nA lamp.\n\n## Ray\n\nA ray.\n',
  });
  expect(report.diagnostics).toEqual([]);
  const questions = stimuli.map((_, index) => ({ item: `q${index}`, number: first + index, orders: {} }));
  return printQuestions(questions, assessment.items, { kinds: assessment.kinds, pack }).map(
    ({ stimulus, about, verb }) =>
      stimulus === null ? '' : `${stimulus}: ${about} ${verb}`.replaceAll('\u00A0', ' '),
  );
}

describe('what is said before a text', () => {
  it.each([
    [['lamp'], ['lamp: Question 7 is']],
    [
      ['lamp', 'lamp'],
      ['lamp: Questions 7 and 8 are', ''],
    ],
    [
      ['lamp', 'lamp', 'lamp'],
      ['lamp: Questions 7 to 9 are', '', ''],
    ],
    [
      [undefined, 'lamp', 'ray', 'ray'],
      ['', 'lamp: Question 8 is', 'ray: Questions 9 and 10 are', ''],
    ],
    // A worksheet keeps its author's order, so a text may come back: each time it is for the questions below it.
    [
      ['lamp', undefined, 'lamp', 'lamp'],
      ['lamp: Question 7 is', '', 'lamp: Questions 9 and 10 are', ''],
    ],
  ])('of %j', (stimuli, said) => expect(saidOf(stimuli, 7)).toEqual(said));
});
