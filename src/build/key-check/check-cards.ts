import { linesOf, winOf } from '../../blocks/puzzles/make-bingo.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import { lettersOnly, lowerCaseWords } from './letters-only.ts';
import type { ReadCards } from './read-cards.ts';
import type { ReportDrift } from './report-drift.ts';

/** What a set of cards is compared with: the meaning of each word of the pack, by its letters, and the words of its language. */
interface CardSource {
  readonly meanings: ReadonlyMap<string, string>;
  readonly words: Words;
}

/** Compares a set of cards with its key, both as they were read back: bingo if there are tables on the cards. */
export function checkCards(
  cards: ReadCards,
  key: ReadCards,
  source: CardSource,
  reportDrift: ReportDrift,
): void {
  const rows = key.tables.flat();
  if (cards.tables.length > 0) checkBingo(cards, key, source, reportDrift);
  else if (rows.every((row) => row.length === 3)) checkLoop(cards, rows, source, reportDrift);
  else checkMatching(cards, rows, source, reportDrift);
}

/** Whether a clue is the meaning of a word: all its words are there. */
function isMeaning(clue: string, word: string, { meanings }: CardSource): boolean {
  const meaning = new Set(lowerCaseWords(meanings.get(lettersOnly(word)) ?? ''));
  return lowerCaseWords(clue).every((one) => meaning.has(one));
}

/** Every word on a card is called, no two cards are alike, and those that win are those that the caller’s sheet names. */
function checkBingo(
  { tables }: ReadCards,
  key: ReadCards,
  source: CardSource,
  reportDrift: ReportDrift,
): void {
  const calls = key.tables.flat().map(([, , word = '']) => lettersOnly(word));
  for (const [, clue = '', word = ''] of key.tables.flat())
    if (!isMeaning(clue, word, source))
      reportDrift('key-drift', `“${clue}” is not the meaning of “${word}”.`);
  const cards = tables.map((rows) => rows.flat().map(lettersOnly));
  for (const [index, card] of cards.entries()) {
    const strange = card.find((word) => !calls.includes(word));
    if (strange !== undefined)
      reportDrift('key-drift', `Card ${index + 1} has “${strange}”, which is never called.`);
  }
  const sets = cards.map((card) => card.toSorted().join(' '));
  const twin = sets.findIndex((set, index) => sets.indexOf(set) !== index);
  if (twin >= 0)
    reportDrift(
      'paper-drift',
      `Card ${twin + 1} has the same words as card ${sets.indexOf(sets[twin]!) + 1}.`,
    );
  const size = tables[0]!.length;
  const whole = Array.from({ length: size * size }, (_, square) => square);
  for (const [name, lines] of [
    ['bingo-line', linesOf(size)],
    ['bingo-full', [whole]],
  ] as const) {
    const { calls: after, cards: won } = winOf(cards, calls, lines);
    const said = say(source.words, name, { calls: after, cards: won.map((card) => card + 1).join(', ') });
    if (!key.texts.some((text) => lettersOnly(text) === lettersOnly(said)))
      reportDrift('key-drift', `The caller’s sheet does not say: “${said}”.`);
  }
}

type Rows = readonly (readonly string[])[];

/** Each card asks for the word of the next one in the key, and the last for that of the first. */
function checkLoop({ texts }: ReadCards, rows: Rows, source: CardSource, reportDrift: ReportDrift): void {
  const whoHas = lettersOnly(say(source.words, 'who-has'));
  const read = texts.map(lettersOnly);
  const count = read.filter((text) => text === whoHas).length;
  if (count !== rows.length) reportDrift('key-drift', `The key has ${rows.length} cards for ${count}.`);
  for (const [index, [, word = '', clue = '']] of rows.entries()) {
    const next = rows[(index + 1) % rows.length]![1] ?? '';
    if (!isMeaning(clue, next, source))
      reportDrift('key-drift', `The loop breaks after “${word}”: “${clue}” does not ask for “${next}”.`);
    const isOnCard = read.some(
      (text, at) =>
        text === lettersOnly(word) && read[at + 1] === whoHas && read[at + 2] === lettersOnly(clue),
    );
    if (!isOnCard) reportDrift('key-drift', `No card has “${word}” and asks “${clue}”.`);
  }
}

/** Each number is on the card of its word, and each letter on the card of its meaning. */
function checkMatching({ texts }: ReadCards, rows: Rows, source: CardSource, reportDrift: ReportDrift): void {
  const read = texts.map(lettersOnly);
  const isOnCard = (text: string, label: string) =>
    read.some((one, at) => one === lettersOnly(text) && read[at + 1] === lettersOnly(label));
  if (read.length !== rows.length * 4)
    reportDrift('key-drift', `The key has ${rows.length} pairs for ${read.length / 2} cards.`);
  for (const [number = '', word = '', letter = '', clue = ''] of rows) {
    if (!isMeaning(clue, word, source))
      reportDrift('key-drift', `“${clue}” is not the meaning of “${word}”.`);
    if (!isOnCard(word, number)) reportDrift('key-drift', `No card with the number ${number} has “${word}”.`);
    if (!isOnCard(clue, letter)) reportDrift('key-drift', `No card with the letter ${letter} has “${clue}”.`);
  }
}
