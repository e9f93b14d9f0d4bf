import type { Laid, StructureNode } from '../../pages/laid.ts';
import { textsOfMarks } from './texts-of-marks.ts';
import { wordTokens } from './word-tokens.ts';

/** Tells of words that are next to each other in a text how many are so on a page: a share of all such pairs. */
export type PairShare = (words: readonly string[]) => number;

const ENDS_IN_HYPHEN = /[-\u2010\u00AD]$/;
/** Two numbers of words make one number of a pair; no pack has so many words. */
const MOST_WORDS = 2 ** 24;

/**
 * Collects the pairs of words that are next to each other on pages, in one line or where a line ends, and in what is read out in
 * place of what is seen.
 */
export function printedPairs(documents: readonly Laid[]): PairShare {
  const numbers = new Map<string, number>();
  const numberOf = (word: string) => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  const pairs = new Set<number>();
  const add = (first: number | undefined, second: number | undefined) => {
    if (first !== undefined && second !== undefined) pairs.add(first * MOST_WORDS + second);
  };
  const known = new Map<string, readonly number[]>();
  /** The words of a text, whose own pairs are added. */
  const read = (text: string): readonly number[] => {
    const before = known.get(text);
    if (before) return before;
    const words = wordTokens(text).map(numberOf);
    for (let at = 1; at < words.length; at++) add(words[at - 1], words[at]);
    known.set(text, words);
    return words;
  };
  const readSpoken = ({ children, alt, actualText }: StructureNode): void => {
    for (const text of [alt, actualText]) if (text !== undefined) read(text);
    for (const child of children) if (!('slot' in child)) readSpoken(child);
  };
  for (const { pages, structure } of documents) {
    let [line, before]: [string, readonly number[]] = ['', []];
    for (const { marks } of pages)
      for (const text of textsOfMarks(marks)) {
        const words = read(text);
        if (words.length === 0) continue;
        add(before.at(-1), words[0]);
        if (ENDS_IN_HYPHEN.test(line)) {
          // A word that is broken where the line ends.
          const [joined] = wordTokens(lastPiece(line) + firstPiece(text)).map(numberOf);
          add(before.at(-2), joined);
          add(joined, words[1]);
        }
        [line, before] = [text, words];
      }
    readSpoken(structure);
  }
  return (words) => {
    const found = words.slice(1).filter((word, at) => {
      const [first, second] = [numbers.get(words[at]!), numbers.get(word)];
      return first !== undefined && second !== undefined && pairs.has(first * MOST_WORDS + second);
    });
    return words.length < 2 ? 1 : found.length / (words.length - 1);
  };
}

const lastPiece = (text: string) => text.slice(text.lastIndexOf(' ') + 1).replace(ENDS_IN_HYPHEN, '');
const firstPiece = (text: string) => text.split(' ', 1)[0]!;
