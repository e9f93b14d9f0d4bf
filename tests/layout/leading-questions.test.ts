import { describe, expect, it } from 'vitest';
import { layOutText, textOfPages } from '../print-text.ts';

const task = (labels: readonly string[], stem: string) =>
  `~~~task\nlabels: ${JSON.stringify(labels)}\nstem: ${stem}\n~~~\n`;

const questions = (count: number) =>
  Array.from({ length: count }, (_, index) => task([`${index + 1}`], `Who is number ${index + 1}?`)).join(
    '\n',
  );

/** The text of each page of a document. */
const pagesOf = (text: string) => {
  const { laid } = layOutText(text);
  return laid.pages.map((page) => textOfPages({ ...laid, pages: [page] }));
};

describe('questions without room for an answer', () => {
  it('begin below the title, however many there are', () => {
    const [first, second] = pagesOf(`# Quiz\n\n${questions(40)}`);
    expect(first).toContain('Who is number 1?');
    expect(first).toContain('Who is number 20?');
    expect(second).toContain('Who is number 40?');
  });

  it('stay with their parts', () => {
    const parts = `${task(['9'], 'Look at the map.')}\n${task(['9', 'a'], 'Name the river.')}\nLast words.\n`;
    for (let count = 20; count < 45; count++) {
      const pages = pagesOf(`# Quiz\n\n${questions(count)}\n${parts}`);
      const stem = pages.findIndex((page) => page.includes('Look at the map.'));
      expect(pages[stem], `${count}`).toContain('Name the river.');
    }
  });
});
