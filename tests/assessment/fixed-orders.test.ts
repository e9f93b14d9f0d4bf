import { describe, expect, it } from 'vitest';
import { printForm } from '../../src/assessment/for-pupils/print-form.ts';
import { keyOf } from '../../src/assessment/for-teachers/key-of.ts';
import { english } from '../words-in.ts';
import { assessmentOf, fieldTexts } from './support.ts';

const PAPER =
  '---\ntitle: Quiz\nduration: 10\nseed: 1\nforms: [A, B, C, D]\nsections:\n  - title: All\n    items: [ray]\n---\n';

/** One item in four forms: what is printed, and the key. */
function formsOf(item: string) {
  const { assessment, pack, report } = assessmentOf({ 'items.md': item, 'papers/quiz.md': PAPER });
  expect(report.diagnostics).toEqual([]);
  const [{ paper, forms }] = assessment.papers as [(typeof assessment.papers)[number]];
  return forms.map((form) => {
    const task = printForm(form, paper, { kinds: assessment.kinds, words: english, pack }).sections[0]!
      .questions[0]!.tasks[0]!;
    return {
      texts: ['right', 'steps'].flatMap((name) => fieldTexts(task, name)),
      direction: fieldTexts(task, 'direction').join(),
      key: keyOf(form, assessment)[0]!.answer,
    };
  });
}

describe('a matching with a list to choose from', () => {
  const item = (more: string) =>
    `## Which decade?\nid: ray\nkind: matching\nchoose: [the fifties, the sixties, the seventies, the eighties]\n${more}\n\n- A lamp = the seventies\n- A candle = the fifties\n- A torch = the seventies\n`;

  it('prints it in its order, and takes a letter more than once where it says so', () => {
    for (const { texts, key, direction } of formsOf(item('shuffle: no\nreuse: yes'))) {
      expect(texts).toEqual(['the fifties', 'the sixties', 'the seventies', 'the eighties']);
      expect(key).toBe('1C, 2A, 3C');
      expect(direction).toBe(
        'Write one letter on each line. You may use a letter more than once. Some letters are not needed.',
      );
    }
  });

  it('is shuffled otherwise, with the key that belongs to it', () => {
    const forms = formsOf(item('reuse: yes'));
    expect(new Set(forms.map(({ texts }) => texts.join())).size).toBeGreaterThan(1);
    for (const { texts, key } of forms) {
      const letter = (text: string) => String.fromCharCode(65 + texts.indexOf(text));
      expect(key).toBe(`1${letter('the seventies')}, 2${letter('the fifties')}, 3${letter('the seventies')}`);
    }
  });

  it('does not say that letters are left over where none are', () => {
    const all = '## Which?\nid: ray\nkind: matching\nchoose: [b, a]\nshuffle: no\n\n- One = a\n- Two = b\n';
    for (const { direction } of formsOf(all)) expect(direction).toBe('Write one letter on each line.');
  });
});

describe('an ordering with numbers', () => {
  const item = (more: string) =>
    `## Put these in order.\nid: ray\nkind: ordering\nmarks: 2\nkey: [3, 1, 2]\n${more}\n\n- Screen\n- Lamp\n- Card\n`;

  it('keeps its steps as they are written, if it is not shuffled', () => {
    for (const { texts, key } of formsOf(item('shuffle: no'))) {
      expect(texts).toEqual(['Screen', 'Lamp', 'Card']);
      expect(key).toBe('3, 1, 2');
    }
  });

  it('is shuffled otherwise, and never into the right order', () => {
    for (const { texts, key } of formsOf(item(''))) {
      const number = { Lamp: '1', Card: '2', Screen: '3' } as Record<string, string>;
      expect(key).toBe(texts.map((text) => number[text]).join(', '));
      expect(key).not.toBe('1, 2, 3');
    }
  });
});
