import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/pages/page.ts';
import { layOutPack } from '../support.ts';

const theme = (name: string, words: string) =>
  `## ${name}\nclaim: ${name} matters.\nvocabulary: [${words}]\n\nWhat to know.\n`;
const PACK = {
  'themes.md': `${theme('Light', 'ray')}\n${theme('Shadow', 'ray, umbra')}`,
  'vocabulary.md': '## ray\n\nA path of light.\n\n## umbra\n\nThe darkest part.\n',
};

const textOf = (marks: readonly Mark[]): string =>
  marks
    .map((mark) => (mark.kind === 'text' ? mark.text : mark.kind === 'group' ? textOf(mark.marks) : ''))
    .join(' ');

function guide(style: string): string {
  const { documents, report } = layOutPack(PACK, { products: ['reading-guide'], style });
  expect(report.failed()).toBe(false);
  return documents[0]!.pages.pages.map(({ marks }) => textOf(marks)).join(' ');
}
const count = (text: string, part: string) => text.split(part).length - 1;

describe('the meaning of a word that several entries use', () => {
  it('is beside each of them in a margin column, and in the vocabulary', () => {
    expect(count(guide('standard'), 'A path of light.')).toBe(3);
  });

  it('is printed once in boxes, which then only name it', () => {
    const text = guide('large-print-24');
    expect(count(text, 'A path of light.')).toBe(2);
    // In the first box, in the second, and in the vocabulary.
    expect(count(text, 'ray')).toBeGreaterThanOrEqual(3);
  });

  it('leaves meanings that are given for the first time', () => {
    expect(count(guide('large-print-24'), 'The darkest part.')).toBe(2);
  });
});
