import { describe, expect, it } from 'vitest';
import { styledMarkdown } from '../../../../src/exchange/in/study-notes/styled-markdown.ts';

const plain = (text: string) => ({ text, bold: false, italic: false });
const bold = (text: string) => ({ ...plain(text), bold: true });
const BREAK = { ...plain(''), isBreak: true };

describe('words in several styles', () => {
  it.each([
    ['in a row', [plain('one '), bold('two'), plain(' three')], 'one **two** three'],
    ['with breaks', [plain('one '), BREAK, BREAK, bold(' two'), BREAK], 'one\\\n**two**'],
    ['of spaces only', [plain(' '), bold('  '), plain('\n')], ''],
    [
      'with spaces before a break',
      [bold('one'), plain(' '), bold(' '), BREAK, plain('two')],
      '**one**\\\ntwo',
    ],
    ['that end with a sign of ours', [plain('one \\')], 'one \\\\'],
  ])('%s are one paragraph', (_, parts, markdown) => expect(styledMarkdown(parts)).toBe(markdown));

  it('are joined in time, however many there are', () => {
    const seconds = (count: number) => {
      const parts = Array.from({ length: count }, (_, i) =>
        i % 7 === 6 ? BREAK : i % 2 ? bold('a ') : plain('b '),
      );
      const from = process.cpuUsage();
      styledMarkdown(parts);
      return process.cpuUsage(from).user / 1e6;
    };
    // Each is twice the one before; looking through all of the text for each part takes a minute for the last.
    for (const count of [25_000, 50_000, 100_000, 200_000]) expect(seconds(count)).toBeLessThan(3);
  }, 30_000);
});
