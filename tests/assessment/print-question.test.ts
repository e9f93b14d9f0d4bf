import { describe, expect, it } from 'vitest';
import { printQuestions } from '../../src/assessment/for-pupils/print-question.ts';
import { sourceLetters } from '../../src/assessment/papers/source-letters.ts';
import { english } from '../words-in.ts';
import { assessmentOf } from './support.ts';

/** What is said before each question about the texts that it is about, and what of them is printed there. */
const RANGE = {
  one: (first: number) => `Question ${first} is`,
  two: (first: number, last: number) => `Questions ${first} and ${last} are`,
  more: (first: number, last: number) => `Questions ${first} to ${last} are`,
};

function saidOf(stimuli: readonly string[], first = 1): string[] {
  const items = stimuli
    .map(
      (stimulus, index) =>
        `## Why ${index}?\nid: q${index}\nmarks: 1\n${stimulus ? `stimulus: ${stimulus}\n` : ''}\nBecause.\n`,
    )
    .join('\n');
  const { assessment, pack, report } = assessmentOf({
    'items.md': items,
    'stimuli.md': '## Lamp\n\nA lamp.\n\n## Ray\n\nA ray.\n\n## Wall\n\nA wall.\n',
  });
  expect(report.diagnostics).toEqual([]);
  const questions = stimuli.map((_, index) => ({ item: `q${index}`, number: first + index, orders: {} }));
  const source = { kinds: assessment.kinds, words: english, pack };
  const before = { letters: sourceLetters(assessment.items), printed: new Set<string>() };
  return printQuestions(questions, assessment.items, source, before).map(({ introduction }) => {
    const { count, first, last, sources, stimuli } = introduction;
    if (first === 0) return '';
    const texts = stimuli.map(({ id, letter, isAgain }) =>
      [letter, id, isAgain && 'again'].filter(Boolean).join(' '),
    );
    return `${RANGE[count](first, last)} ${sources}: ${texts.join(', ')}`
      .replaceAll('\u00A0', ' ')
      .replace(' :', ':')
      .trimEnd();
  });
}

describe('what is said before a text', () => {
  it.each([
    [['lamp'], ['Question 7 is: lamp']],
    [
      ['lamp', 'lamp'],
      ['Questions 7 and 8 are: lamp', ''],
    ],
    [
      ['lamp', 'lamp', 'lamp'],
      ['Questions 7 to 9 are: lamp', '', ''],
    ],
    [
      ['', 'lamp', 'ray', 'ray'],
      ['', 'Question 8 is: lamp', 'Questions 9 and 10 are: ray', ''],
    ],
    // A text that comes back is named, and not printed a second time.
    [
      ['lamp', '', 'lamp', 'lamp'],
      ['Question 7 is: lamp', '', 'Questions 9 and 10 are: lamp again', ''],
    ],
    [['[lamp, ray]'], ['Question 7 is Sources A and B: A lamp, B ray']],
    [
      ['[ray, lamp]', '[ray, lamp]', 'lamp', '[lamp, wall]'],
      [
        'Questions 7 and 8 are Sources A and B: A ray, B lamp',
        '',
        'Question 9 is Source B:',
        'Question 10 is Sources B and C: C wall',
      ],
    ],
    // One question about several is enough for all of them to have letters.
    [
      ['wall', '[lamp, ray, wall]'],
      ['Question 7 is Source A: A wall', 'Question 8 is Sources B, C and A: B lamp, C ray'],
    ],
  ])('of %j', (stimuli, said) => expect(saidOf(stimuli, 7)).toEqual(said));
});
