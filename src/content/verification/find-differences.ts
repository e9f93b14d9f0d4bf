import { append } from '../../diagnostics/collections/append.ts';
import type { Word } from '../checks/split-words.ts';
import type { Alignment } from './align-words.ts';
import { changesSpeaker } from './changes-speaker.ts';
import { LONGEST_ELISION, LONGEST_TAG } from './find-places.ts';
import type { SourceIndex } from './index-source.ts';
import type { QuotedWord } from './quoted-words.ts';
import { SAYING_VERBS } from './saying-verbs.ts';

/** One difference between a quotation and the book. */
export interface Difference {
  /** The pack's words; empty where it lacks something. */
  readonly pack: string;
  /** The source's words; empty where the pack adds something. */
  readonly source: string;
  /** The word of the quotation before it; empty at the beginning. */
  readonly after: string;
  /** Where no words differ but another person goes on speaking: the first of that person's words. */
  readonly turn?: string;
}

/** The most words shown of a long run of dropped words. */
const MOST_SHOWN = 12;
/** The first words of a chapter are often set in capitals: as many as this may be. */
const OPENING = 15;

/**
 * Finds all differences between a quotation and a place in the source, word by word: words, capitals, hyphens and the
 * punctuation between words. Typography alone does not count, nor does the comma or stop at the end of a part, which
 * depends on the sentence around the quotation.
 */
export function findDifferences(
  quoted: readonly QuotedWord[],
  { places }: Alignment,
  source: SourceIndex,
): Difference[] {
  const found: Difference[] = [];
  let before = -1;
  quoted.forEach((word, index) => {
    const place = places[index]!;
    const after = quoted[index - 1]?.shown ?? '';
    if (place < 0) {
      found.push({ pack: word.shown, source: '', after });
      return;
    }
    if (before >= 0) append(found, between(word, before, place, after, source));
    if (isRunOn(word, before, place, source)) found.push({ pack: '', source: '', after, turn: word.shown });
    const sourceWord = source.words[place]!;
    if (!isSameWord(word, sourceWord, place, source))
      found.push({ pack: word.shown, source: sourceWord.shown, after });
    const next = quoted[index + 1];
    const isEnd = next === undefined || next.gap !== undefined;
    if (
      isEnd
        ? !endsAlike(word.after, sourceWord.after)
        : places[index + 1] === place + 1 && word.after !== sourceWord.after
    )
      found.push({ pack: word.after, source: sourceWord.after, after: word.shown });
    before = place;
  });
  return found;
}

/** Finds the words of the source left out, without a sign, between two words of a quotation. */
function between(
  { gap }: QuotedWord,
  before: number,
  place: number,
  after: string,
  source: SourceIndex,
): Difference[] {
  const skipped = source.words.slice(before + 1, place);
  // In a gap between two parts only what is said aloud was dropped; the rest is the speech tag.
  const spoken = skipped.filter((_, index) => gap === 'tag' && source.speechOf[before + 1 + index]! >= 0);
  const leftOut = (spoken.length > 0 ? spoken : skipped).map(({ shown }) => shown);
  const shown = leftOut.length > MOST_SHOWN ? [...leftOut.slice(0, MOST_SHOWN), '…'] : leftOut;
  const dropped = [{ pack: '', source: shown.join(' '), after }];
  if (skipped.length === 0) return [];
  if (gap === 'elision') return skipped.length > LONGEST_ELISION ? dropped : [];
  return gap === 'tag' && isSpeechTag(before, place, source) ? [] : dropped;
}

/** Whether a quotation runs on from one person's words into another's without showing it. */
const isRunOn = ({ gap, opens }: QuotedWord, before: number, place: number, source: SourceIndex) =>
  before >= 0 && place === before + 1 && gap !== 'elision' && !opens && changesSpeaker(before, place, source);

/** Whether only a short speech tag, or what the speaker does meanwhile, comes between two words of one paragraph. */
export function isSpeechTag(before: number, place: number, source: SourceIndex): boolean {
  const skipped = source.words.slice(before + 1, place);
  if (isDirection(before, place, source)) return true;
  if (skipped.length > LONGEST_TAG || source.paragraphOf[before] !== source.paragraphOf[place]) return false;
  // Without quotation marks only a verb of saying distinguishes a tag from the speech around it.
  if (source.marks === 'none') return skipped.length <= 8 && skipped.some(({ key }) => SAYING_VERBS.has(key));
  const [from, to] = [source.speechOf[before]!, source.speechOf[place]!];
  const isQuiet = skipped.every((_, index) => source.speechOf[before + 1 + index] === -1);
  return isQuiet && from >= 0 && to >= 0 && from !== to;
}

/** Whether only stage directions come between two words of one person in a play. */
function isDirection(before: number, place: number, { voiceOf }: SourceIndex): boolean {
  const between = voiceOf.slice(before + 1, place);
  return (
    Boolean(voiceOf[before]) &&
    voiceOf[before] === voiceOf[place] &&
    between.length <= LONGEST_TAG &&
    between.every((voice) => voice === '')
  );
}

function isSameWord(word: Word, sourceWord: Word, place: number, source: SourceIndex): boolean {
  if (word.shown === sourceWord.shown) return true;
  if (word.key !== sourceWord.key) return false;
  const isBroken = word.broken || sourceWord.broken;
  const [pack, book] = isBroken
    ? [word, sourceWord].map(({ shown }) => shown.replaceAll('-', ''))
    : [word.shown, sourceWord.shown];
  if (pack === book) return true;
  // Now only capitals can differ.
  const paragraph = source.paragraphs[source.paragraphOf[place]!]!;
  const atHead = paragraph.number === 1 && place - paragraph.from < OPENING;
  return (
    atHead &&
    sourceWord.shown === sourceWord.shown.toUpperCase() &&
    pack!.toLowerCase() === book!.toLowerCase()
  );
}

/** Whether two parts end alike: a comma may become a stop or be dropped, but a question must stay a question. */
function endsAlike(pack: string, book: string): boolean {
  const endMarks = (marks: string) => marks.replace(/[^?!]/g, '');
  return /^(?:…|\.…|…\.)?$/.test(pack) || endMarks(pack) === endMarks(book);
}
