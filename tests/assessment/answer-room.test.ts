import { describe, expect, it } from 'vitest';
import { printWorksheet } from '../../src/assessment/for-pupils/print-worksheet.ts';
import { countLetters } from '../../src/assessment/item-bank/count-letters.ts';
import { english } from '../words-in.ts';
import { assessmentOf } from './support.ts';

/** The task of an item, and what a worksheet prints of it. */
function taskOf(fields: string, answer: string, level = 'core') {
  const { assessment, pack, report } = assessmentOf({
    'items.md': `## Why is a shadow dark?\nid: one\n${fields}\n\n${answer}\n`,
    'worksheets/light.md': `---\ntitle: Light\nitems: [one]\nlevels: [${level}]\n---\n`,
  });
  expect(report.diagnostics).toEqual([]);
  const [worksheet] = assessment.worksheets;
  const source = { kinds: assessment.kinds, words: english, pack };
  const [question] = printWorksheet(worksheet!, worksheet!.sheets[0]!, source).questions;
  return { task: assessment.items[0]!.task, printed: question!.tasks[0]! };
}

const NOTHING = { lines: 0, letters: 0, height: 0, rest: false, ruling: 'lined' };
const LONG =
  'Because it is not lit.\n\n### Indicative content\n\nA list of everything that an answer may hold.';

describe('the room for an answer', () => {
  it('is on a worksheet that of the model answer, whatever the marks are', () => {
    for (const fields of ['chapters: []', 'marks: 1', 'marks: 12', 'kind: extended\nmarks: 20']) {
      const { printed } = taskOf(fields, 'Because it is not lit.');
      expect(printed.space).toEqual({ ...NOTHING, letters: 22 });
    }
  });

  it('is on a paper that of the marks, so that it does not tell how long the answer is', () => {
    expect(taskOf('marks: 3', 'Because it is not lit.').task.space).toEqual({ ruling: 'lined', lines: 6 });
  });

  it('is what its author says, on both', () => {
    const { task, printed } = taskOf('marks: 3\nspace: rest', 'Because it is not lit.');
    expect(task.space).toMatchObject({ rest: true });
    expect(printed.space).toEqual({ ...NOTHING, rest: true });
  });

  it('is that of the answer, not of what an answer may hold; without an answer the marks decide', () => {
    expect(taskOf('marks: 10', LONG).printed.space).toMatchObject({ letters: 22 });
    const only = '### Indicative content\n\nA list of everything that an answer may hold.';
    expect(taskOf('kind: extended\nmarks: 10', only).printed.space).toEqual({ ...NOTHING, lines: 16 });
    expect(taskOf('kind: extended', only).printed.space).toMatchObject({ letters: 45, rest: false });
  });

  it('goes with the answer to a prompt to go further, too', () => {
    const more = 'Because it is not lit.\n\n### Extension\n\nOther light comes in.';
    const { printed } = taskOf('extend: Is it black?', more, 'stretch');
    expect(printed.extendLetters).toBe('Other light comes in.'.length);
  });
});

describe('the letters of an answer', () => {
  it('are those that a hand writes', () => {
    expect(countLetters('*Two*  **words**\n')).toBe('Two words'.length);
    expect(countLetters('- [a link](https://example.org/long/address)')).toBe('- a link'.length);
    expect(countLetters('')).toBe(0);
  });
});
