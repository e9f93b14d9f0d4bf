import type { Place } from '../../diagnostics/diagnostic.ts';
import type { PrintedWords } from './printed-words.ts';
import { rawWords } from './word-tokens.ts';

/** Words of a text that no page has. */
export interface LostWords {
  readonly words: readonly string[];
  /** Where the first of them is. */
  readonly at: Place;
  /** Whether these are all of the text, or nearly: some words are on any page. */
  readonly isWhole: boolean;
}

/** A text that lacks this share of its words is not printed. */
const MOST = 0.6;

/**
 * Finds the words of a text that no page has.
 * @param isTold whether something else is said about a line
 * @param mask gives the lines of the text without the marks that are not printed
 */
export function lostWords(
  { text, at }: { readonly text: string; readonly at: Place },
  printed: PrintedWords,
  mask: (text: string) => readonly string[],
  isTold: (at: Place) => boolean,
): LostWords | undefined {
  const isLost = (word: string) => !printed.has(word);
  if (rawWords(text).every(printed.shows)) return undefined;
  // Only now is it worth finding out which of them are marks of Markdown.
  const lines = mask(text);
  const ofLines = lines.map((line, index) =>
    isTold({ ...at, line: at.line + index }) ? [] : rawWords(line),
  );
  const lost = ofLines.map((words) => words.filter(isLost));
  const first = lost.findIndex((words) => words.length > 0);
  if (first < 0) return undefined;
  const column = lines[first]!.indexOf(lost[first]![0]!);
  return {
    words: [...new Set(lost.flat())],
    at: {
      ...at,
      line: at.line + first,
      column: (first === 0 ? at.column : 1) + Math.max(0, column),
    },
    isWhole: lost.flat().length >= MOST * ofLines.flat().length,
  };
}
