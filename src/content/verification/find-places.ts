import { largest } from '../../diagnostics/collections/largest.ts';
import { type Alignment, alignWords } from './align-words.ts';
import type { SourceIndex } from './index-source.ts';
import type { QuotedWord } from './quoted-words.ts';

/** The most words left out between the parts of an interrupted quotation, and at […]. */
export const LONGEST_TAG = 30;
export const LONGEST_ELISION = 200;
/** The most near places that are tried, and the most rare words that are looked up to find them. */
const MOST_NEAR = 6;
const MOST_NEAR_IN_OWN = 4;
const MOST_SEEDS = 12;
/** The size of the windows that rare words vote for, in words. */
const WINDOW = 8;
/** Words with more places than this say little about where a quotation is from. */
const MOST_PLACES = 400;

/** Some words of a source in a row: the first, and the one after the last. */
interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** Finds all places with exactly the words of a quotation, apart from what it marks as left out. */
export function findExact(quoted: readonly QuotedWord[], source: SourceIndex): Alignment[] {
  const pieces = piecesOf(quoted);
  const [longest] = [...pieces].sort((a, b) => b.words.length - a.words.length);
  if (!longest) return [];
  const found = runsOf(longest.words, source).map((start) => {
    if (pieces.length === 1) return { cost: 0, places: quoted.map((_, index) => start + index) };
    return alignAround(quoted, source, start - longest.from);
  });
  // One place may be found from several occurrences of the longest piece.
  return uniquePlaces(found.filter(({ cost }) => cost === 0));
}

/**
 * Finds the places most like a quotation, the best first.
 * @param own the words of the quotation's own chapter, which is searched besides the whole
 */
export function findNear(
  quoted: readonly QuotedWord[],
  source: SourceIndex,
  own: WordRange | undefined,
): Alignment[] {
  const seeds = [...new Map(quoted.map(({ key }, index) => [key, index]))]
    .map(([key, index]) => ({ index, places: source.places.get(key) ?? [] }))
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => a.places.length - b.places.length)
    .slice(0, MOST_SEEDS);
  const rare = seeds.filter(({ places }, order) => order === 0 || places.length <= MOST_PLACES);
  const inOwn = own ? seeds.map(({ index, places }) => ({ index, places: within(places, own) })) : [];
  const starts = [
    ...mostVoted(rare, quoted.length, MOST_NEAR),
    ...mostVoted(inOwn, quoted.length, MOST_NEAR_IN_OWN),
  ];
  return uniquePlaces([...new Set(starts)].map((start) => alignAround(quoted, source, start))).sort(
    (a, b) => a.cost - b.cost,
  );
}

interface Seed {
  /** The word's index in the quotation. */
  readonly index: number;
  readonly places: readonly number[];
}

/** Lets each seed vote once for each window in which the quotation would begin; neighbouring windows count together. */
function mostVoted(seeds: readonly Seed[], length: number, most: number): number[] {
  const lowest = Math.floor(-length / WINDOW) - 1;
  const highest = largest(
    seeds.map(({ places }) => Math.floor((places.at(-1) ?? 0) / WINDOW) + 1),
    0,
  );
  // One byte per window: a common word has hundreds of thousands of places in a long text.
  const votes = new Uint8Array(highest - lowest + 1);
  const lastVoter = new Uint8Array(votes.length);
  for (const [order, { index, places }] of seeds.entries())
    for (const place of places) {
      const middle = Math.floor((place - index) / WINDOW) - lowest;
      for (let window = middle - 1; window <= middle + 1; window++) {
        if (lastVoter[window] === order + 1) continue;
        lastVoter[window] = order + 1;
        votes[window]!++;
      }
    }
  const best: number[] = [];
  for (let count = seeds.length; count > 0; count--)
    for (let at = votes.indexOf(count); at >= 0 && best.length < most * 3; at = votes.indexOf(count, at + 1))
      best.push(at + lowest);
  const starts: number[] = [];
  for (const window of best)
    if (starts.length < most && !starts.some((start) => Math.abs(start - window * WINDOW) < length))
      starts.push(window * WINDOW);
  return starts;
}

/** The places of a word within a range. */
function within(places: readonly number[], { from, to }: WordRange): readonly number[] {
  return places.filter((place) => place >= from && place < to);
}

/** Splits a quotation's words at what it leaves out. */
function piecesOf(quoted: readonly QuotedWord[]) {
  const starts = quoted.flatMap(({ gap }, index) => (index === 0 || gap !== undefined ? [index] : []));
  return starts.map((from, index) => ({ from, words: quoted.slice(from, starts[index + 1]) }));
}

/** Finds where some words occur in a row, by looking up the rarest of them. */
function runsOf(words: readonly QuotedWord[], source: SourceIndex): number[] {
  let rarest = 0;
  const placesOf = (index: number) => source.places.get(words[index]!.key) ?? [];
  for (const index of words.keys()) if (placesOf(index).length < placesOf(rarest).length) rarest = index;
  return placesOf(rarest)
    .map((place) => place - rarest)
    .filter(
      (start) => start >= 0 && words.every(({ key }, index) => source.words[start + index]?.key === key),
    );
}

/** Aligns a quotation near the word where it would begin if it left nothing out. */
function alignAround(quoted: readonly QuotedWord[], source: SourceIndex, start: number): Alignment {
  const room = quoted.reduce(
    (sum, { gap }) => sum + (gap === 'tag' ? LONGEST_TAG : gap === 'elision' ? LONGEST_ELISION : 0),
    8 + Math.ceil(quoted.length / 3),
  );
  const from = Math.max(0, start - room);
  const to = Math.min(source.words.length, start + quoted.length + room);
  return alignWords(quoted, source, from, Math.max(from, to));
}

function uniquePlaces(found: readonly Alignment[]): Alignment[] {
  const byStart = new Map<string, Alignment>();
  for (const alignment of found) {
    const key = String(alignment.places.find((place) => place >= 0));
    const other = byStart.get(key);
    if (!other || alignment.cost < other.cost) byStart.set(key, alignment);
  }
  return [...byStart.values()];
}
