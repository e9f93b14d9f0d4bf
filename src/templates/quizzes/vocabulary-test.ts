import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import { paragraphs } from '../../content/entries/paragraphs.ts';
import { createGenerator } from '../../diagnostics/collections/generator.ts';
import { inRandomOrder } from '../../diagnostics/collections/in-random-order.ts';
import { firstSentence } from '../../words/sentence-ends.ts';
import { saysMore } from '../../words/word-forms-pattern.ts';
import { meaningWithGap } from './meaning-with-gap.ts';
import type { QuizText } from './quiz-text.ts';

/** A word that a test asks, or whose meaning it asks. */
interface TestedWord {
  readonly number: string;
  readonly word: QuizText;
  /** The first sentence of its meaning. */
  readonly answer: QuizText;
  /** The same as a question: where it has the word itself, there is a gap. */
  readonly meaning: QuizText;
  readonly lang: QuizText | null;
}

/** A form of a vocabulary test: half of its words are asked in one direction, half in the other. */
export interface VocabularyForm {
  readonly letter: string;
  readonly toMeaning: readonly TestedWord[];
  readonly toWord: readonly TestedWord[];
}

/** How many words a test has at most. */
const MOST = 16;
/** Half of them are asked in each direction. The product asks for more before it is printed by itself. */
const FEWEST = 2;

/**
 * Makes a test of the words of a pack, chosen by the seed, in two forms: what one asks for the meaning of, the other asks
 * the word for. Words whose meanings are the words themselves are not asked. Null if there are too few.
 */
export function vocabularyTest(
  { entries }: ExamPack,
  seed: string,
): { readonly forms: readonly VocabularyForm[] } | null {
  const known = entries.vocabulary.flatMap(({ name, at, body, places, fields }) => {
    const [first] = paragraphs(body);
    const whole = firstSentence(first?.text ?? '');
    if (!first || !saysMore(whole, name)) return [];
    const answer = { text: whole, at: first.at };
    const meaning = { text: meaningWithGap(whole, name), at: first.at };
    const lang = fields.lang === undefined ? null : { text: fields.lang, at: places['lang'] ?? at };
    return [{ word: { text: name, at: places['name'] ?? at }, answer, meaning, lang }];
  });
  if (known.length < FEWEST) return null;
  const drawn = inRandomOrder(known, createGenerator(`${seed}/vocabulary`));
  const asked = drawn.slice(0, Math.min(MOST, known.length - (known.length % 2)));
  const half = asked.length / 2;
  const form = (letter: string): VocabularyForm => {
    const order = inRandomOrder([...asked.keys()], createGenerator(`${seed}/vocabulary/${letter}`));
    const part = (isFirst: boolean, from: number) =>
      order
        .filter((index) => index < half === isFirst)
        .map((index, place) => ({ number: String(from + place), ...asked[index]! }));
    return { letter, toMeaning: part(letter === 'A', 1), toWord: part(letter !== 'A', half + 1) };
  };
  return { forms: [form('A'), form('B')] };
}
