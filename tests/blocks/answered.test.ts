import { describe, expect, it } from 'vitest';
import type { Block, Paragraph } from '../../src/blocks/block.ts';
import { innerBlocks } from '../../src/blocks/inner-blocks.ts';
import { plainText } from '../../src/blocks/plain-text.ts';
import { readBlocks } from '../read-blocks.ts';

/** The paragraphs of an answered question: words, look, whether they are grey, and what is bold. */
function paragraphsOf(fields: string) {
  const { blocks, report } = readBlocks(
    `~~~answered\nlabels: ['3']\nstem: Why?\nmarks: '[2 marks]'\n${fields}\n~~~`,
  );
  expect(report.diagnostics).toEqual([]);
  const paragraphs = (block: Block): Paragraph[] =>
    block.kind === 'paragraph' ? [block] : innerBlocks(block).flat().flatMap(paragraphs);
  return blocks.flatMap(paragraphs).map(({ text, look, quiet = false }) => ({
    words: plainText(text),
    look,
    quiet,
    bold: text.flatMap((run) => (run.kind === 'text' && run.bold ? [run.text] : [])).join(''),
  }));
}

describe('an answered question', () => {
  it('is small and grey, and its short answer is bold', () => {
    expect(paragraphsOf('right: [B]\ndetails: [Rodney]')).toEqual([
      { words: 'Why?', look: 'small', quiet: true, bold: '' },
      { words: 'B · Rodney', look: 'body', quiet: false, bold: 'B' },
    ]);
  });

  it('has what many letters stand for below them, in small type', () => {
    expect(paragraphsOf('right: [1A]\ndetails: [a – b, c – d, e – f]').slice(1)).toEqual([
      { words: '1A', look: 'body', quiet: false, bold: '1A' },
      { words: 'a – b · c – d · e – f', look: 'small', quiet: false, bold: '' },
    ]);
  });

  it('has a longer answer in reading type, and notes for marking in small type, each behind its label', () => {
    const notes =
      'notes:\n  - { label: Accept, text: A wall. }\n  - { label: Reject, text: "- one\\n- two" }';
    expect(paragraphsOf(`answer: Light comes.\n${notes}`).slice(1)).toEqual([
      { words: 'Light comes.', look: 'body', quiet: false, bold: '' },
      { words: 'Accept\u2002A wall.', look: 'small', quiet: false, bold: 'Accept' },
      { words: 'Reject\u2002', look: 'small', quiet: false, bold: 'Reject' },
      { words: 'one', look: 'small', quiet: false, bold: '' },
      { words: 'two', look: 'small', quiet: false, bold: '' },
    ]);
  });
});
