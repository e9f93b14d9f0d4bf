import { describe, expect, it } from 'vitest';
import type { Mark, TextMark } from '../../../src/pages/page.ts';
import { layOutText } from '../../print-text.ts';

const notes = '\n\n[^a]: One.\n\n[^b]: Two.\n\n[^c]: Three.';

/** The raised marks of the first line, with what is before them. */
function marksIn(text: string): string {
  const { laid, report } = layOutText(`${text}${notes}`);
  expect(report.diagnostics.filter(({ code }) => code !== 'footnote-unused')).toEqual([]);
  const texts = laid.pages[0]!.marks.filter((mark: Mark): mark is TextMark => mark.kind === 'text');
  const line = Math.max(...texts.slice(0, 1).map(({ y }) => y));
  return texts
    .filter(({ y }) => y <= line + 1)
    .map(({ text: words, y }) => (y < line - 1 ? `^${words}^` : words))
    .join('')
    .trim();
}

describe('the marks of notes', () => {
  it.each([
    ['Two say so.[^a][^b]', 'Two say so.^1,2^'],
    ['Three say so[^a][^b][^c], and more', 'Three say so^1,2,3^, and more'],
    ['Apart[^a] from[^b] another', 'Apart^1^ from^2^ another'],
  ])('are apart from one another: %s', (text, shown) => expect(marksIn(text)).toBe(shown));

  it.each([
    ['Of 10[^a] pupils', 'Of 10^[1]^ pupils'],
    ['so x²[^a] is', 'so x²^[1]^ is'],
    ['x^n+1^[^a] is', 'x^n+1^^[1]^ is'],
    ['H[^a][^b] is', 'H^[1],[2]^ is'],
    ['of (3 + 4)[^a] is', 'of (3 + 4)^[1]^ is'],
    ['of 20 %[^a] and 5 kg[^b]', 'of 20 %^1^ and 5 kg^2^'],
    ['in the 1990s.[^a] Then', 'in the 1990s.^1^ Then'],
  ])('do not look like a power: %s', (text, shown) => expect(marksIn(text)).toBe(shown));
});
