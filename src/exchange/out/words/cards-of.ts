import type { Item } from '../../../assessment/item-bank/item.ts';
import type { EntryOf, Passage } from '../../../content/entries/entry.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Loss } from '../../losses/loss.ts';
import type { PackOut } from '../pack-out.ts';
import { questionsOfItem } from '../questions/questions-of.ts';
import { rightAnswers } from '../questions/right-answers.ts';
import { chapterTags } from '../rich-text/chapter-tags.ts';
import type { CardOut } from './card-out.ts';

/** The tag of questions that are printed on flashcards. */
const ON_CARDS = 'flashcards';

/** The words of a pack, as cards. */
export const wordCards = (source: PackOut): CardOut[] =>
  source.pack.entries.vocabulary.map((entry) => wordCard(entry, source));

/** The words of a pack, and then the questions that it prints on flashcards. @param losses grows */
export const cardsOf = (source: PackOut, losses: Loss[]): CardOut[] => [
  ...wordCards(source),
  ...source.assessment.items
    .filter(({ tags }) => tags.includes(ON_CARDS))
    .flatMap((item) => questionCards(item, source, losses)),
];

function wordCard(entry: EntryOf<'vocabulary'>, source: PackOut): CardOut {
  const { id, name, at, body, fields, places, group } = entry;
  const placed = (field: 'gender' | 'plural' | 'example'): Passage | undefined => {
    const text = fields[field];
    return text === undefined ? undefined : { text, at: ownValue(places, field) ?? at };
  };
  return {
    guid: `studypack:${source.pack.id}:vocabulary:${id}`,
    id,
    at,
    isWord: true,
    front: [{ text: name, at }],
    back: [body],
    lang: fields.lang === source.pack.about.fields.lang ? undefined : fields.lang,
    gender: placed('gender'),
    plural: placed('plural'),
    example: placed('example'),
    tags: [...(group === 'vocabulary' ? [] : [group]), ...chapterTags(fields.chapters, source)],
  };
}

const questionCards = (item: Item, source: PackOut, losses: Loss[]): CardOut[] =>
  questionsOfItem(item, source, losses).map((question) => ({
    guid: `studypack:${source.pack.id}:items:${question.id}`,
    id: question.id,
    at: question.at,
    isWord: false,
    front: [...question.reading, ...question.asking],
    back: [...rightAnswers(question, source), ...question.explanation],
    lang: undefined,
    gender: undefined,
    plural: undefined,
    example: undefined,
    tags: question.tags.filter((tag) => tag !== ON_CARDS),
  }));

/** What becomes part of the meaning of words, in formats with two sides and nothing else. */
export const lossesOnTwoSides = (cards: readonly CardOut[]): Loss[] =>
  cards
    .filter(({ gender, plural, example }) => gender ?? plural ?? example)
    .map(({ gender, plural, example, at }) => ({
      what: 'forms and examples as such, which become part of the meaning',
      text: [gender, plural, example].flatMap((one) => (one ? [one.text] : [])).join(', '),
      at,
    }));
