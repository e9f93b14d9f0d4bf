import { describe, expect, it } from 'vitest';
import type { Block, Paragraph } from '../../../src/blocks/block.ts';
import { innerBlocks } from '../../../src/blocks/inner-blocks.ts';
import { readDocument } from '../../../src/blocks/markdown/read-document.ts';
import { plainText } from '../../../src/blocks/plain-text.ts';
import { TABLES } from '../../../src/build/tables/tables.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { layOutText, textOfPages } from '../../print-text.ts';
import { english } from '../../words-in.ts';

const paragraphsIn = (blocks: readonly Block[]): Paragraph[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block] : innerBlocks(block).flatMap(paragraphsIn),
  );

/** The texts of the paragraphs that stay with what follows. */
const leading = (text: string): string[] =>
  paragraphsIn(readDocument({ path: 'p.md', text }, TABLES.blocks, () => english, createReport())!.blocks)
    .filter(({ leads }) => leads)
    .map((one) => plainText(one.text));

describe('a line that leads to what follows', () => {
  it.each([
    ['**Warm-up**\n\n- one', ['Warm-up']],
    ['**Warm-up** *(10 min)*\n\n- one', []],
    ['Bring these:\n\n- one', ['Bring these:']],
    ['带来：\n\n- one', ['带来：']],
    ['Why is it *green*?\n\nText.', ['Why is it green?']],
    ['“Why?” (2 marks)\n\n______', ['“Why?” (2 marks)']],
    ['1. Which?\n   a) one\n   b) two\n2. Who?', ['Which?']],
    ['1. Name three.\n\n________', ['Name three.']],
    ['> [!tip]\n> Do this:\n> - one', ['Do this:']],
  ])('is known: %j', (text, lines) => expect(leading(text)).toEqual(lines));

  it.each([
    'A question at the end?',
    'A question?\n\n# A heading',
    'Text.\n\nText.',
    '1. One?\n2. Two?\n3. Three?',
    'It ends in words: **bold**.\n\nText.',
  ])('is no other: %j', (text) => expect(leading(text)).toEqual([]));

  it('is one of three at most, so that a page of questions can end', () => {
    expect(leading('One?\n\nTwo?\n\nThree?\n\nFour?\n\nFive?\n\nText.')).toEqual([
      'One?',
      'Two?',
      'Three?',
      'Five?',
    ]);
  });

  it.each(['**Main part**', 'The main part:', 'What is the main part?'])(
    'is not left at the foot of a page: %s',
    (line) => {
      const repeated = (text: string, count: number) =>
        Array.from({ length: count }, () => text).join('\n\n');
      for (let count = 20; count < 40; count++) {
        const { laid } = layOutText(
          `# Plan\n\n${repeated('A line by itself.', count)}\n\n${line}\n\n- one\n${'- more\n'.repeat(12)}`,
        );
        const [first] = laid.pages.map((page) => textOfPages({ ...laid, pages: [page] }));
        expect(first!.trim().endsWith(line.replaceAll('*', ''))).toBe(false);
      }
    },
  );
});
