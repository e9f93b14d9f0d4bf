import { describe, expect, it } from 'vitest';
import { NAMED_BLOCKS } from '../../../../src/blocks/markdown/named-blocks.ts';
import { parseMarkdown } from '../../../../src/blocks/markdown/parse-markdown.ts';
import { markOrigin } from '../../../../src/diagnostics/origin.ts';
import { createReport } from '../../../../src/diagnostics/report.ts';
import { english } from '../../../words-in.ts';

const origins = Array.from({ length: 20 }, (_, index) => ({ file: 'a.md', line: 100 + index, column: 1 }));

/** Parses a card whose front and back come from entries with these numbers. */
function card(front: number, back: number, more = '') {
  const report = createReport();
  const text = `~~~flashcard\nfront: ${JSON.stringify(markOrigin(front, 'Why?'))}\nback: ${JSON.stringify(markOrigin(back, 'So.'))}\nset: Light\nnumber: 1\n${more}~~~\n`;
  const blocks = parseMarkdown({ text, file: 't.md', origins, blocks: NAMED_BLOCKS, words: english }, report);
  const lines = [...JSON.stringify(blocks).matchAll(/"line":(1\d\d)/g)].map(([, line]) => Number(line) - 100);
  return { lines: new Set(lines), blocks, diagnostics: report.diagnostics };
}

describe('the fields of a block that several documents hold', () => {
  it('lead to the places of each document', () => {
    for (const [front, back] of [
      [0, 1],
      [7, 12],
      [12, 7],
      [3, 3],
      [0, 1],
    ] as const) {
      const { lines, diagnostics } = card(front, back);
      expect(diagnostics).toEqual([]);
      expect(lines).toEqual(new Set([front, back]));
    }
  });

  it('make the same blocks each time', () => {
    expect(card(5, 6).blocks).toEqual(card(5, 6).blocks);
  });

  it('are reported each time if something is wrong in them', () => {
    const wrong = [1, 2, 3].map((number) => card(number, 4, 'bak: So.\n').diagnostics);
    expect(wrong.map((found) => found.map(({ code }) => code))).toEqual(Array(3).fill(['field-unknown']));
    const warned = [1, 2].map((number) => card(number, 4, 'task: Say # it\n').diagnostics);
    expect(warned.map((found) => found.map(({ code }) => code))).toEqual(Array(2).fill(['comment-in-value']));
  });
});
