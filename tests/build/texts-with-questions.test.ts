import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/pages/page.ts';
import { layOutPack } from '../support.ts';

const wordsOn = (marks: readonly Mark[]): string =>
  marks
    .map((mark) => (mark.kind === 'text' ? mark.text : mark.kind === 'group' ? wordsOn(mark.marks) : ''))
    .join('');

/** The pages of the text and of its question, after a question that leaves less room than both of them need. */
function pagesOf(text: string): number[] {
  const { documents, report } = layOutPack(
    {
      'stimuli.md': `## Text\n\n${text}\n`,
      'items.md':
        '## First?\nid: first\nmarks: 4\nspace: 14 lines\n\nA.\n\n## Second?\nid: second\nmarks: 4\nspace: 16 lines\nstimulus: text\n\nB.\n',
      'papers/p.md':
        '---\ntitle: P\nduration: 5\nseed: 1\nsections:\n  - title: All\n    items: [first, second]\n    shuffle: no\n---\n',
    },
    { products: ['exam-paper'] },
  );
  expect(report.diagnostics).toEqual([]);
  const pages = documents[0]!.pages.pages.map(({ marks }) => wordsOn(marks));
  return ['Lamplight', 'Second?'].map((words) => pages.findIndex((page) => page.includes(words)));
}

describe('a text to read', () => {
  it('stays with its question if it is short, and may be on the page before if it is long', () => {
    const [text, question] = pagesOf('Lamplight. A few words to read.');
    expect(text).toBe(question);
    const [long, after] = pagesOf(`Lamplight. ${'More words to read. '.repeat(60)}`);
    expect(long).toBe(after! - 1);
  });
});
