import * as z from 'zod';
import { createGenerator } from '../../diagnostics/collections/generator.ts';
import { inRandomOrder } from '../../diagnostics/collections/in-random-order.ts';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { say } from '../../words/say.ts';
import type { Block, Inline } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';
import { cardsKey } from './cards-key.ts';
import { clueOf } from './clue-of.ts';
import { inTheMiddle, roomOnCard } from './on-card.ts';
import { cardFields, type WordWithMeaning } from './puzzle-fields.ts';
import { puzzleHead } from './puzzle-head.ts';
import { reportFewCards } from './report-few-cards.ts';
import { wordText } from './word-text.ts';
import { wordsOnce } from './words-once.ts';

/** Cards with words, which have numbers, and cards with meanings, which have letters; the key says which belong together. */
export const matchingCards = defineBlock({
  name: 'matching-cards',
  fields: z.strictObject(cardFields),
  expand({ title, seed, answers, words }, tools) {
    const { at, plain, placeIn, words: phrases } = tools;
    const given = wordsOnce(words, 'set of matching cards', tools);
    if (reportFewCards(given, 'Matching cards', tools)) return [];
    const generator = createGenerator(`${withoutOriginMarks(seed)}/matching`);
    const numbered = inRandomOrder(given, generator);
    const lettered = inRandomOrder(given, generator);
    const letters = new Map<WordWithMeaning, string>(
      lettered.map((word, index) => [word, lettersFor(index)]),
    );
    if (answers)
      return [
        ...puzzleHead(
          { title, labels: [], number: 0, count: 1, answers, lead: say(phrases, 'matching-lead') },
          tools,
        ),
        cardsKey(
          numbered.map((word, index) => [
            plain(String(index + 1)),
            wordText(word, tools),
            plain(letters.get(word)!),
            clueOf(word, tools),
          ]),
          ['', say(phrases, 'word-to-find'), '', say(phrases, 'meaning')],
          tools,
        ),
      ];
    const card = (label: string, text: Paragraphs): Block[] => [
      roomOnCard(4, at),
      inTheMiddle(text.look, text.text, placeIn(text.word)),
      { kind: 'space', at, height: 9, fill: 5 },
      inTheMiddle('label', plain(label), at),
      { kind: 'page-break', at, recto: false },
    ];
    return [
      ...numbered.flatMap((word, index) =>
        card(String(index + 1), { look: 'display', text: wordText(word, tools), word: word.word }),
      ),
      ...lettered.flatMap((word, index) =>
        card(lettersFor(index), { look: 'body', text: clueOf(word, tools), word: word.word }),
      ),
    ];
  },
});

interface Paragraphs {
  readonly look: 'display' | 'body';
  readonly text: readonly Inline[];
  readonly word: string;
}

/** A, B … Z, AA, AB … */
const lettersFor = (index: number): string =>
  `${index < 26 ? '' : lettersFor(Math.floor(index / 26) - 1)}${String.fromCodePoint(65 + (index % 26))}`;
