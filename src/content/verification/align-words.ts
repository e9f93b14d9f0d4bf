import type { SourceIndex } from './index-source.ts';
import type { QuotedWord } from './quoted-words.ts';

/** An alignment of a quotation's words with those of a source. */
export interface Alignment {
  /** The number of words added or dropped; a changed word counts as one and a half. */
  readonly cost: number;
  /** For each word of the quotation, its place in the source, or -1 where it was added. */
  readonly places: readonly number[];
}

const UNREACHABLE = 1 << 20;
/** A changed word costs less than one dropped and another added, but more than either. */
const CHANGE_COST = 12;
const ADD_OR_DROP_COST = 8;
/**
 * At the ends of a quotation dropping costs nothing, so a changed word would always look added. There a change costs less
 * than an addition, and more than a word dropped beside the end.
 */
const CHANGE_AT_END_COST = 9;
const ADD_AT_END_COST = 10;
/** Spoken words dropped between two parts cost less, so that they do not make a part look added. */
const SKIP_COST = 4;

/**
 * Aligns a quotation's words with a stretch of a source with the fewest changes: edit distance over words (Sellers
 * 1980), free to begin and end anywhere in the stretch. Skipping words of the source costs nothing where the quotation
 * shows that it leaves something out: any words at […], and words not said aloud where a part begins after a speech tag.
 * @param from the first word of the stretch
 * @param to the word after its last
 */
export function alignWords(
  quoted: readonly QuotedWord[],
  source: SourceIndex,
  from: number,
  to: number,
): Alignment {
  const width = to - from + 1;
  const costs = new Int32Array((quoted.length + 1) * width);
  const isSame = (row: number, column: number) =>
    quoted[row - 1]!.key === source.words[from + column - 1]!.key;
  const change = (row: number, column: number) => {
    if (isSame(row, column)) return 0;
    const isEnd =
      (row === 1 && isJoined(from + column - 1, source)) ||
      (row === quoted.length && isJoined(from + column - 2, source));
    return isEnd ? CHANGE_AT_END_COST : CHANGE_COST;
  };
  const add = (row: number) => (row === 1 || row === quoted.length ? ADD_AT_END_COST : ADD_OR_DROP_COST);
  /** The cost of leaving out a word of the source after the first `row` words of the quotation. */
  const skip = (row: number, column: number) => {
    if (row === quoted.length) return UNREACHABLE;
    const gap = quoted[row]?.gap;
    if (gap === undefined) return ADD_OR_DROP_COST;
    return gap === 'elision' || source.speechOf[from + column - 1] === -1 ? 0 : SKIP_COST;
  };
  for (let row = 1; row <= quoted.length; row++) {
    costs[row * width] = costs[(row - 1) * width]! + add(row);
    for (let column = 1; column < width; column++) {
      const across = costs[(row - 1) * width + column - 1]! + change(row, column);
      const added = costs[(row - 1) * width + column]! + add(row);
      const dropped = costs[row * width + column - 1]! + skip(row, column);
      costs[row * width + column] = Math.min(across, added, dropped);
    }
  }
  const last = costs.subarray(quoted.length * width);
  let column = 0;
  for (let index = 1; index < width; index++) if (last[index]! < last[column]!) column = index;
  const cost = last[column]!;
  const places = new Array<number>(quoted.length).fill(-1);
  for (let row = quoted.length; row > 0; ) {
    const here = costs[row * width + column]!;
    const across = column > 0 ? costs[(row - 1) * width + column - 1]! : UNREACHABLE;
    if (column > 0 && here === across + change(row, column)) {
      places[row - 1] = from + column - 1;
      row--;
      column--;
    } else if (here === costs[(row - 1) * width + column]! + add(row)) row--;
    else column--;
  }
  return { cost: cost / ADD_OR_DROP_COST, places };
}

/** Whether the next word of a source belongs with a word: both are in one paragraph, and both spoken by one person or by nobody. */
const isJoined = (place: number, source: SourceIndex) =>
  place >= 0 &&
  source.paragraphOf[place] === source.paragraphOf[place + 1] &&
  source.speechOf[place] === source.speechOf[place + 1];
