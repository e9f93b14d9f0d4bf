import { expect, it } from 'vitest';
import type { Mark } from '../../src/pages/page.ts';
import { layOutFolder } from '../support.ts';

const wordsIn = (marks: readonly Mark[]): string =>
  marks
    .map((mark) => (mark.kind === 'text' ? mark.text : mark.kind === 'group' ? wordsIn(mark.marks) : ''))
    .join('');

// The end of this box was on the next page, with room below its beginning.
it.each(['dyslexia', 'large-print-18', 'large-print-24'])(
  'keeps the short boxes of a handout on one page in %s',
  (style) => {
    const { documents } = layOutFolder('templates/starter/subjects/drama/content/macbeth', {
      products: ['handout'],
      style,
    });
    const { pages } = documents.find(({ draft }) => draft.job.entry?.id === 'lady-macbeth')!.pages;
    const texts = pages.map(({ marks }) => wordsIn(marks));
    const pageOf = (words: string) => texts.findIndex((text) => text.includes(words));
    expect(pageOf('See also')).toBeGreaterThanOrEqual(0);
    expect(pageOf('In this play ambition')).toBe(pageOf('See also'));
  },
);
