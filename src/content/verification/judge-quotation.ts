import type { EntryOf } from '../entries/entry.ts';
import type { Alignment } from './align-words.ts';
import type { CharacterNames } from './character-names.ts';
import { type Difference, findDifferences, isSpeechTag } from './find-differences.ts';
import { findExact, findNear } from './find-places.ts';
import type { SourceIndex } from './index-source.ts';
import { judgeSpeaker } from './judge-speaker.ts';
import { type QuotedWord, quotedWords } from './quoted-words.ts';
import type { SpeakerVerdict } from './speaker-verdict.ts';

export const VERDICTS = [
  'verified',
  'verified, place not checked',
  'altered',
  'elsewhere',
  'ambiguous',
  'absent',
  'no source',
] as const;

type Quotation = EntryOf<'quotations'>;

/** The place of a quotation in a source. */
export interface QuotationPlace {
  /** The pack’s id for it, or the source’s title where the pack has none. */
  readonly chapter: string;
  /** The paragraph’s number in its chapter and the word’s in its paragraph, both from 1. */
  readonly paragraph?: number;
  readonly word?: number;
}

/** The result of checking a quotation against a source. */
export interface Verdict {
  readonly id: string;
  readonly verdict: (typeof VERDICTS)[number];
  /** Where it was found: several places if it is ambiguous. */
  readonly places: readonly QuotationPlace[];
  readonly differences: readonly Difference[];
  readonly speaker: SpeakerVerdict;
  /** The reason, where the verdict alone does not show it. */
  readonly note?: string;
}

/** What a quotation is judged with. */
interface JudgingContext {
  readonly source: SourceIndex;
  readonly names: CharacterNames;
  readonly narrator: string | undefined;
}

/** A quotation of fewer words could be from anywhere, so it is looked for only in its own chapter. */
const FEWEST_WORDS = 4;

interface Candidate extends Alignment {
  readonly differences: readonly Difference[];
  readonly inChapter: boolean;
  /** Whether its chapter in the pack, or that it is in none, is known. */
  readonly isPlaced: boolean;
}

/** Judges one quotation against a source. */
export function judgeQuotation(entry: Quotation, context: JudgingContext): Verdict {
  const { source } = context;
  const { provenance, chapter } = entry.fields;
  const base = notFound(entry);
  if (provenance === 'film') return { ...base, verdict: 'no source', note: 'it is from the film' };
  if (provenance === 'source') return { ...base, verdict: 'no source', note: 'it is from another source' };
  if (provenance === 'paraphrase') return { ...base, verdict: 'no source', note: 'it is a paraphrase' };
  const quoted = quotedWords(entry);
  if (quoted.length === 0) return { ...base, verdict: 'absent', note: 'it has no words' };
  const judge = (found: Alignment): Candidate => ({
    ...found,
    differences: findDifferences(quoted, found, source),
    inChapter:
      chapter === undefined ||
      chapterAt(found, source).id === chapter ||
      (source.isMatched && source.chapters.length === 1 && source.chapters[0]!.id === undefined),
    isPlaced: isPlaced(found, source),
  });
  const exact = findExact(quoted, source).map(judge);
  const clean = exact.filter(({ differences }) => differences.length === 0);
  const right = judgeClean(entry, quoted, clean, context);
  if (right) return right;
  const isShort = quoted.length < FEWEST_WORDS;
  const near = [
    ...exact,
    ...(quoted.length < 3 ? [] : findNear(quoted, source, source.chapterWords.get(chapter ?? '')).map(judge)),
  ]
    .filter((found) => found.cost <= mostChanges(quoted) && (found.inChapter || !isShort))
    .sort((a, b) => weigh(a) - weigh(b));
  if (near[0])
    return {
      ...withSpeaker(entry, near[0], context),
      verdict: 'altered',
      places: placesOf([near[0]], source),
      differences: near[0].differences,
    };
  if (!hasChapter(chapter, source))
    return { ...base, verdict: 'no source', note: `the source has no chapter ${chapter}` };
  if (clean.length > 0)
    return {
      ...base,
      verdict: 'absent',
      note: 'a quotation this short is looked for in its own chapter only',
    };
  return { ...base, verdict: 'absent' };
}

/** Judges a quotation by the places where its words are exactly right. @returns undefined if none of them counts */
function judgeClean(
  entry: Quotation,
  quoted: readonly QuotedWord[],
  clean: readonly Candidate[],
  context: JudgingContext,
): Verdict | undefined {
  const { source } = context;
  const here = clean.filter(({ inChapter }) => inChapter);
  const isShort = quoted.length < FEWEST_WORDS;
  const ambiguous = (found: readonly Candidate[], note: string): Verdict => ({
    ...notFound(entry),
    verdict: 'ambiguous',
    places: placesOf(found, source),
    note,
  });
  if (isShort && (entry.fields.chapter === undefined || !source.isMatched) && clean.length > 0)
    return ambiguous(clean, 'a quotation this short can be found only if its chapter is known');
  // Words in a chapter that may or may not be the quotation’s own are not reported as elsewhere.
  const unplaced = isShort ? [] : clean.filter((found) => !found.isPlaced);
  const right = here.length > 0 ? here : unplaced;
  const sure = right.filter((found) => !hasFragments(quoted, found, source));
  if (right.length > 0 && sure.length === 0) return ambiguous(right, FRAGMENTS_NOTE);
  if (sure.length > 0) {
    const verdict = fromPlaces(entry, sure, context);
    return here.length > 0 ? verdict : withoutPlace(verdict, sure[0]!, source);
  }
  if (clean.length === 0 || isShort) return undefined;
  return {
    ...withSpeaker(entry, clean[0]!, context),
    verdict: 'elsewhere',
    places: placesOf(clean, source),
  };
}

/** Whether a source may have a chapter: it does not only if its chapters are known and this is not one of them. */
const hasChapter = (chapter: string | undefined, source: SourceIndex) =>
  chapter === undefined ||
  !source.isMatched ||
  source.chapters.some(({ id }) => id === chapter || (id === undefined && source.chapters.length === 1));

/**
 * Whether there are so few words next to […] that they could be put together from any page. Where only a speech tag is
 * left out, as in “Yes, […] but not today”, a few are enough.
 */
function hasFragments(quoted: readonly QuotedWord[], { places }: Alignment, source: SourceIndex): boolean {
  const starts = quoted.flatMap(({ gap }, index) =>
    index === 0 || (gap === 'elision' && !isSpeechTag(places[index - 1]!, places[index]!, source))
      ? [index]
      : [],
  );
  return (
    starts.length > 1 &&
    starts.some((start, index) => (starts[index + 1] ?? quoted.length) - start < FEWEST_WORDS - 1)
  );
}

const FRAGMENTS_NOTE = 'the words next to […] are so few that they could come from anywhere';

/** What every verdict on words that were not found has in common. */
const notFound = ({ id }: Quotation) => ({
  id,
  places: [],
  differences: [],
  speaker: { verdict: 'not checkable', reason: 'the words were not found' } satisfies SpeakerVerdict,
});

/** Gives the verdict on words that are right. If they come more than once, a speech tag may show which place is meant. */
function fromPlaces(entry: Quotation, here: readonly Candidate[], context: JudgingContext): Verdict {
  const all = here.map((found) => ({ found, verdict: withSpeaker(entry, found, context) }));
  const sure = all.filter(({ verdict }) => verdict.speaker.verdict === 'confirmed');
  const only = all.length === 1 ? all[0] : sure.length === 1 ? sure[0] : undefined;
  if (only) return { ...only.verdict, verdict: 'verified', places: placesOf([only.found], context.source) };
  return {
    ...all[0]!.verdict,
    verdict: 'ambiguous',
    places: placesOf(here, context.source),
    speaker: { verdict: 'not checkable', reason: 'the words occur more than once' },
    note: 'the words occur more than once',
  };
}

const withSpeaker = (
  entry: Quotation,
  { places }: Alignment,
  { source, names, narrator }: JudgingContext,
) => ({
  id: entry.id,
  differences: [] as readonly Difference[],
  speaker: judgeSpeaker(
    entry,
    places.filter((place) => place >= 0),
    source,
    names,
    narrator,
  ),
});

/** The highest cost at which a quotation is altered rather than absent: about a third of its words changed. */
const mostChanges = (quoted: readonly QuotedWord[]) => Math.max(1.5, quoted.length / 2);

/** Ranks candidates, lower first: by fewest changes, then by being in the right chapter. */
const weigh = ({ cost, differences, inChapter }: Candidate) =>
  cost + differences.length / 100 + (inChapter ? 0 : 0.5);

const chapterAt = ({ places }: Alignment, source: SourceIndex) =>
  source.paragraphs[source.paragraphOf[firstOf(places)]!]!.chapter;

function isPlaced(found: Alignment, source: SourceIndex): boolean {
  const { id, isMatter } = chapterAt(found, source);
  return source.isMatched && (id !== undefined || isMatter === true || source.chapters.length === 1);
}

/** Gives the verdict on words that are right and in one place, but in no known chapter. */
function withoutPlace(verdict: Verdict, found: Candidate, source: SourceIndex): Verdict {
  if (verdict.verdict !== 'verified') return verdict;
  // For a whole text without known chapters this is reported once; a single unknown heading is named here.
  const note = source.isMatched && `“${chapterAt(found, source).title}” is not a chapter of the pack`;
  return { ...verdict, verdict: 'verified, place not checked', ...(note && { note }) };
}

const firstOf = (places: readonly number[]) => places.find((place) => place >= 0) ?? 0;

function placesOf(found: readonly Alignment[], source: SourceIndex): QuotationPlace[] {
  return found.map(({ places }) => {
    const first = firstOf(places);
    const { chapter, number, from } = source.paragraphs[source.paragraphOf[first]!]!;
    return { chapter: chapter.id ?? chapter.title, paragraph: number, word: first - from + 1 };
  });
}
