import * as z from 'zod';
import { createGenerator } from '../../diagnostics/collections/generator.ts';
import { inRandomOrder } from '../../diagnostics/collections/in-random-order.ts';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { say } from '../../words/say.ts';
import type { Block } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';
import { cardsKey } from './cards-key.ts';
import { clueOf } from './clue-of.ts';
import { inTheMiddle, roomOnCard } from './on-card.ts';
import { cardFields } from './puzzle-fields.ts';
import { puzzleHead } from './puzzle-head.ts';
import { reportFewCards } from './report-few-cards.ts';
import { wordText } from './word-text.ts';
import { wordsOnce } from './words-once.ts';

/**
 * Cards that make one loop: each has a word, and asks for the next by its meaning. They are printed in another order than
 * that of the loop, which is the key.
 */
export const loopCards = defineBlock({
  name: 'loop-cards',
  fields: z.strictObject(cardFields),
  expand({ title, seed, answers, words }, tools) {
    const { at, plain, placeIn, words: phrases } = tools;
    const given = wordsOnce(words, 'loop', tools);
    if (reportFewCards(given, 'Loop cards', tools)) return [];
    const generator = createGenerator(`${withoutOriginMarks(seed)}/loop`);
    const loop = inRandomOrder(given, generator);
    const cards = loop.map((word, index) => ({ word, next: loop[(index + 1) % loop.length]! }));
    if (answers)
      return [
        ...puzzleHead(
          { title, labels: [], number: 0, count: 1, answers, lead: say(phrases, 'loop-lead') },
          tools,
        ),
        cardsKey(
          cards.map(({ word, next }, index) => [
            plain(String(index + 1)),
            wordText(word, tools),
            clueOf(next, tools),
          ]),
          ['', say(phrases, 'i-have'), say(phrases, 'who-has')],
          tools,
        ),
      ];
    return inRandomOrder(cards, generator).flatMap(({ word, next }): Block[] => {
      const place = placeIn(word.word);
      return [
        roomOnCard(3, at),
        inTheMiddle('small', plain(say(phrases, 'i-have')), at),
        inTheMiddle('display', wordText(word, tools), place),
        roomOnCard(2, at),
        { kind: 'rule', at },
        roomOnCard(2, at),
        inTheMiddle('small', plain(say(phrases, 'who-has')), at),
        inTheMiddle('body', clueOf(next, tools), placeIn(next.word)),
        roomOnCard(3, at),
        { kind: 'page-break', at, recto: false },
      ];
    });
  },
});
