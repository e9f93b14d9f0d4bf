import type { Passage } from '../../../content/entries/entry.ts';
import { append } from '../../../diagnostics/collections/append.ts';
import { say } from '../../../words/say.ts';
import type { Loss } from '../../losses/loss.ts';
import type { FileOut, WriteOut } from '../format-out.ts';
import type { PackOut } from '../pack-out.ts';
import { type PassageWriter, passageWriter } from '../rich-text/passage-writer.ts';
import type { CardOut } from '../words/card-out.ts';
import { cardsOf, lossesOnTwoSides } from '../words/cards-of.ts';

const NO_PICTURES = { lang: 'lang', isStrict: false, pictureAddress: () => undefined } as const;

/** Writes words and flashcards to be pasted into Quizlet: a line for each, with a tab between its sides. */
export const quizletOf: WriteOut<PackOut> = (source): FileOut => {
  const losses: Loss[] = [];
  const cards = cardsOf(source, losses);
  append(losses, lossesOnTwoSides(cards));
  const writer = passageWriter(source, NO_PICTURES, losses);
  for (const card of cards) append(losses, lossesInQuizlet(card));
  const lines = cards.map((card) => `${side(card.front, writer)}\t${definition(card, source, writer)}\n`);
  return { bytes: new TextEncoder().encode(lines.join('')), count: cards.length, losses };
};

const lossesInQuizlet = ({ tags, lang, at }: CardOut): Loss[] => [
  ...(tags.length > 0 ? [{ what: 'the tags of a card', text: tags.join(', '), at }] : []),
  ...(lang === undefined ? [] : [{ what: 'the language of a word', text: lang, at }]),
];

/** What stands opposite to a word: its meaning, then its forms and its example. */
function definition(card: CardOut, { words }: PackOut, writer: PassageWriter): string {
  const { gender, plural, example } = card;
  const forms = [
    ...(gender ? [side([gender], writer)] : []),
    ...(plural ? [say(words, 'plural-of-word', { plural: side([plural], writer) })] : []),
  ].join(', ');
  return [side(card.back, writer), forms, example ? side([example], writer) : '']
    .filter((text) => text !== '')
    .join(' · ');
}

/** Texts on one line, without the tab that would end a side. */
const side = (passages: readonly Passage[], writer: PassageWriter): string =>
  passages.map((passage) => writer.plain(passage).replace(/\s+/g, ' ').trim()).join(' ');
