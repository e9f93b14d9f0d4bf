import type { Place } from '../../diagnostics/diagnostic.ts';
import type { LostWords } from './lost-words.ts';
import type { PairShare } from './printed-pairs.ts';
import { wordTokens } from './word-tokens.ts';

/** Fewer words may well be next to each other in another order: in a heading, a label, a cell. */
const FEWEST_WORDS = 4;
/** A sentence with fewer of its pairs of words on pages is on none. */
const LEAST_SHARE = 0.5;
/** Where a sentence ends, or a cell, or a gap begins or ends. */
const ENDS = /[.!?…:;]["'“”’»)\]*_]*(?=\s)|\||\[\[|\]\]/g;

/**
 * Finds the sentences of a text that are on no page, though each of their words is on one somewhere.
 * @param share says how many pairs of words are next to each other on pages as they are here
 * @param mask gives the lines of the text without the marks that are not printed
 * @param isTold whether something else is said about a line
 */
export function lostSentences(
  { text, at }: { readonly text: string; readonly at: Place },
  share: PairShare,
  mask: (text: string) => readonly string[],
  isTold: (at: Place) => boolean,
): LostWords | undefined {
  const lostIn = (lines: readonly string[]) =>
    lines.flatMap((line, index) =>
      sentencesOf(line)
        .filter(({ words }) => words.length >= FEWEST_WORDS && share(words) < LEAST_SHARE)
        .map((sentence) => ({ ...sentence, line: at.line + index })),
    );
  if (lostIn(text.split('\n')).length === 0) return undefined;
  // Only now is it worth finding out which of the words are marks of Markdown.
  const lost = lostIn(mask(text)).filter(({ line }) => !isTold({ ...at, line }));
  const [first] = lost;
  if (!first) return undefined;
  const place = { ...at, line: first.line, column: (first.line === at.line ? at.column : 1) + first.column };
  return { words: lost.map(({ words }) => words.join(' ')), at: place, isWhole: false };
}

/** The sentences of a line, as far as they are in it, and its cells, each with its column in the line, from 0. */
function sentencesOf(line: string): { words: readonly string[]; column: number }[] {
  const found: { words: readonly string[]; column: number }[] = [];
  let from = 0;
  for (const { index, 0: end } of [...line.matchAll(ENDS), { index: line.length, 0: '' }]) {
    const piece = line.slice(from, index);
    const words = wordTokens(piece);
    if (words.length > 0) found.push({ words, column: from + piece.search(/\S/) });
    from = index + end.length;
  }
  return found;
}
