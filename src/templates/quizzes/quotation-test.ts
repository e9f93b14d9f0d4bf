import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import type { EntryOf } from '../../content/entries/entry.ts';
import { paragraphs } from '../../content/entries/paragraphs.ts';
import { createGenerator } from '../../diagnostics/collections/generator.ts';
import { inRandomOrder } from '../../diagnostics/collections/in-random-order.ts';
import type { Words } from '../../words/words.ts';
import { isSound } from '../organiser/quoted-entry.ts';
import { BLANK } from './blank.ts';
import { gapInQuotation } from './gap-in-quotation.ts';
import { lineQuoted, quoted } from './line-quoted.ts';
import { numbered, type QuizQuestion } from './quiz-text.ts';
import { speakerAsked } from './speaker-asked.ts';

/** A test on quotations in three parts. */
export interface QuotationTest {
  /** A word is missing. */
  readonly gaps: readonly QuizQuestion[];
  /** Only the first letters of the words are given. */
  readonly letters: readonly QuizQuestion[];
  /** Who says it? */
  readonly speakers: readonly QuizQuestion[];
}

/** Questions in a part, and the fewest quotations for a test: one a part. The product asks for more. */
const EACH = 4;
const FEWEST = 3;
/** Words of quotations that are known by heart from their first letters; longer ones are asked in another way. */
const SHORT = { least: 4, most: 14 };
/** How many lines of one speaker a test asks for. */
const OF_ONE_VOICE = 1;
const WORD = /\p{L}[\p{L}’'-]*/gu;

/** Makes a test of the quotations of a pack, chosen by the seed, each asked once. Null if there are too few. */
export function quotationTest(pack: ExamPack, words: Words, seed: string): QuotationTest | null {
  const sound = pack.entries.quotations.filter(
    (quotation) => isSound(quotation) && paragraphs(quotation.body).length === 1,
  );
  if (sound.length < FEWEST) return null;
  const each = Math.min(EACH, Math.floor(sound.length / 3));
  const left = new Set(inRandomOrder(sound, createGenerator(`${seed}/quotations`)));
  const take = <T>(ask: (quotation: EntryOf<'quotations'>) => T | undefined): T[] => {
    const found: T[] = [];
    for (const quotation of left) {
      if (found.length === each) break;
      const asked = ask(quotation);
      if (asked === undefined) continue;
      left.delete(quotation);
      found.push(asked);
    }
    return found;
  };
  const letters = take((quotation) => firstLetters(quotation, words));
  const gaps = take((quotation) => gapInQuotation(quotation, words));
  // As many voices as possible: one that is asked again and again is guessed.
  const heard: string[] = [];
  const speakers = take((quotation) => {
    const asked = speakerAsked(quotation, pack, words);
    if (!asked || heard.filter((voice) => voice === asked.answer.text).length >= OF_ONE_VOICE)
      return undefined;
    heard.push(asked.answer.text);
    const stem = { ...asked.stem, text: `${asked.stem.text} ${BLANK}` };
    return { ...asked, stem, written: true };
  });
  // One voice only is nothing to ask for.
  const voices = new Set(speakers.map(({ answer }) => answer.text));
  return {
    gaps: numbered(gaps.map((gap) => ({ ...gap, written: true }))),
    letters: numbered(
      letters.map((line) => ({ ...line, exact: true })),
      { from: gaps.length + 1 },
    ),
    speakers: voices.size < 2 ? [] : numbered(speakers, { from: gaps.length + letters.length + 1 }),
  };
}

function firstLetters(quotation: EntryOf<'quotations'>, words: Words) {
  const line = lineQuoted(quotation);
  const count = [...line.matchAll(WORD)].length;
  if (count < SHORT.least || count > SHORT.most || /[*_[\]]/.test(line)) return undefined;
  const stem = line.replace(WORD, (word) => `${word[0]}…`).replace(/…(?=[.,;:!?…])/g, '…\u2009');
  const { at } = quotation.body;
  return { stem: { text: quoted(stem, words), at }, answer: { text: quoted(line, words), at } };
}
