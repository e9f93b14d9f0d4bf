/** A question of a GIFT file as it is written, without comments inside it. */
export interface GiftPiece {
  /** What is parsed: its lines, and the comments above it, which may say its id and tags. */
  readonly text: string;
  /** The line that each line of the text has in its file. */
  readonly lines: readonly number[];
}

/** More lines than a question has, so that one that is left open does not take the rest of the file. */
const MOST_LINES = 400;

/**
 * Splits a GIFT file into its questions, at blank lines. Blank lines in braces and between paragraphs of a question do not
 * end it, as long as it is closed before the next begins.
 */
export function splitGift(text: string): GiftPiece[] {
  const lines = text.split('\n');
  const pieces: GiftPiece[] = [];
  let index = 0;
  while (index < lines.length) {
    if (lines[index]!.trim() === '') {
      index++;
      continue;
    }
    const end = endOfPiece(lines, index);
    const piece = pieceOf(lines, index, end);
    if (piece) pieces.push(piece);
    index = end;
  }
  return pieces;
}

/** Finds the line after a question. */
function endOfPiece(lines: readonly string[], start: number): number {
  let first = start;
  while (first < lines.length && lines[first]!.trim() !== '') first++;
  if (depthOf(lines.slice(start, first)) <= 0) return first;
  // Something is open: it may be closed after a blank line.
  for (let end = first + 1; end <= Math.min(lines.length, start + MOST_LINES); end++) {
    const isEnd = end === lines.length || lines[end]!.trim() === '';
    if (!isEnd) continue;
    const added = lines.slice(first, end);
    if (added.some((line) => /^\s*(::|\$CATEGORY:)/.test(line))) return first;
    if (depthOf(lines.slice(start, end)) === 0 && !added.some((line) => opens(line))) return end;
    if (added.some((line) => opens(line))) return first;
  }
  return first;
}

const opens = (line: string): boolean => !isComment(line) && /(?<!\\)\{/.test(line);

const isComment = (line: string): boolean => /^\s*\/\//.test(line);

/** The number of braces that are open at the end of some lines. */
function depthOf(lines: readonly string[]): number {
  const text = lines.filter((line) => !isComment(line)).join('\n');
  return (text.match(/(?<!\\)\{/g)?.length ?? 0) - (text.match(/(?<!\\)\}/g)?.length ?? 0);
}

/** @returns undefined if there are only comments */
function pieceOf(lines: readonly string[], start: number, end: number): GiftPiece | undefined {
  const numbered = lines.slice(start, end).map((line, index) => ({ line, number: start + index + 1 }));
  const from = numbered.findIndex(({ line }) => !isComment(line));
  if (from < 0) return undefined;
  const kept = numbered.filter(({ line }, index) => index < from || (!isComment(line) && line.trim() !== ''));
  return { text: kept.map(({ line }) => line).join('\n'), lines: kept.map(({ number }) => number) };
}
