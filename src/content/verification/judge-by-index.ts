import type { EntryOf, Pack } from '../entries/entry.ts';
import { quotationsToFind } from '../sources/pack-chapters.ts';
import type { Verdict } from './judge-quotation.ts';
import { quotedWords } from './quoted-words.ts';
import { hashRuns, type TextIndex, WORDS_PER_RUN } from './text-index.ts';

/**
 * Checks every quotation of a pack against an index of a text. An index has runs of words but not their order, capitals
 * or punctuation: it shows that words are in a chapter, but not where, nor what is wrong with words that are not.
 */
export function judgeByIndex(pack: Pack, index: TextIndex): Verdict[] {
  const chapters = index.chapters.map(({ id, runs }) => ({ id, runs: decodeRuns(runs) }));
  const isMatched = index.matched !== false;
  return quotationsToFind(pack).map((entry) => judge(entry, index.salt, chapters, isMatched));
}

function judge(
  entry: EntryOf<'quotations'>,
  salt: string,
  chapters: readonly { id: string; runs: ReadonlySet<number> }[],
  isMatched: boolean,
): Verdict {
  const { provenance, chapter } = entry.fields;
  const base = { id: entry.id, places: [], differences: [], speaker: NOT_IN_INDEX };
  if (provenance === 'film') return { ...base, verdict: 'no source', note: 'it is from the film' };
  if (provenance === 'paraphrase') return { ...base, verdict: 'no source', note: 'it is a paraphrase' };
  const pieces: string[][] = [];
  for (const { key, gap } of quotedWords(entry))
    if (pieces.length === 0 || gap !== undefined) pieces.push([key]);
    else pieces.at(-1)!.push(key);
  if (pieces.length === 0 || pieces.some((piece) => piece.length < WORDS_PER_RUN))
    return {
      ...base,
      verdict: 'too short',
      note: `with an index, each part needs at least ${WORDS_PER_RUN} words`,
    };
  const runs = pieces.flatMap((piece) => hashRuns(piece, salt));
  const holding = chapters.filter((candidate) => runs.every((run) => candidate.runs.has(run)));
  const places = holding.map(({ id }) => ({ chapter: id }));
  if (holding.length === 0) {
    const isThere =
      chapter === undefined ||
      !isMatched ||
      chapters.length === 1 ||
      chapters.some(({ id }) => id === chapter);
    return isThere
      ? { ...base, verdict: 'absent' }
      : { ...base, verdict: 'no source', note: `the index has no chapter ${chapter}` };
  }
  if (chapter !== undefined && !isMatched)
    return { ...base, places, verdict: places.length === 1 ? 'verified, place not checked' : 'ambiguous' };
  if (chapter === undefined)
    return { ...base, places, verdict: places.length === 1 ? 'verified' : 'ambiguous' };
  const isHere = holding.some(({ id }) => id === chapter);
  return isHere
    ? { ...base, places: [{ chapter }], verdict: 'verified' }
    : { ...base, places, verdict: 'elsewhere' };
}

const NOT_IN_INDEX = { verdict: 'not checkable', reason: 'an index does not show who speaks' } as const;

function decodeRuns(base64: string): Set<number> {
  const bytes = Buffer.from(base64, 'base64');
  return new Set(Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readUInt32BE(index * 4)));
}
