import type { SourceIndex } from './index-source.ts';
import type { QuotedWord } from './quoted-words.ts';

/** How a quotation's words lie on those of a source. */
export interface Alignment {
  /** How many words are added or dropped; one that is changed counts one and a half. */
  readonly cost: number;
  /** For each word of the quotation, its place in the source, or -1 where it was added. */
  readonly places: readonly number[];
}

const UNREACHABLE = 1 << 20;
/** A word that is changed weighs less than one dropped and another added, but more than either. */
const CHANGE_COST = 3;
const ADD_OR_DROP_COST = 2;
/** Spoken words dropped between two parts weigh less, so that a part is not said to be added because of them. */
const SKIP_COST = 1;

/**
 * Lays a quotation's words on a stretch of a source with as few changes as can be: edit distance over words (Sellers
 * 1980), free to begin and end anywhere in the stretch. Words of the source are free of cost where the quotation says
 * that it left something out: any at […], and those that nobody says aloud where a part begins after a speech tag.
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
  /** What it costs to leave out a word of the source after so many words of the quotation. */
  const skip = (row: number, column: number) => {
    const gap = quoted[row]?.gap;
    if (gap === undefined) return ADD_OR_DROP_COST;
    return gap === 'elision' || source.speechOf[from + column - 1] === -1 ? 0 : SKIP_COST;
  };
  for (let row = 1; row <= quoted.length; row++) {
    costs[row * width] = row * ADD_OR_DROP_COST;
    for (let column = 1; column < width; column++) {
      const across = costs[(row - 1) * width + column - 1]! + (isSame(row, column) ? 0 : CHANGE_COST);
      const added = costs[(row - 1) * width + column]! + ADD_OR_DROP_COST;
      const dropped =
        row === quoted.length ? UNREACHABLE : costs[row * width + column - 1]! + skip(row, column);
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
    if (column > 0 && here === across + (isSame(row, column) ? 0 : CHANGE_COST)) {
      places[row - 1] = from + column - 1;
      row--;
      column--;
    } else if (here === costs[(row - 1) * width + column]! + ADD_OR_DROP_COST) row--;
    else column--;
  }
  return { cost: cost / ADD_OR_DROP_COST, places };
}
