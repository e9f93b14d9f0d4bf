import { say } from '../../../words/say.ts';
import { zipFiles } from '../../archives/zip-files.ts';
import type { Loss } from '../../losses/loss.ts';
import type { FileOut, WriteOut } from '../format-out.ts';
import type { PackOut } from '../pack-out.ts';
import { keptPictures } from '../rich-text/kept-pictures.ts';
import { passageWriter } from '../rich-text/passage-writer.ts';
import { cardsOf } from '../words/cards-of.ts';
import { ankiCollection } from './anki-collection.ts';
import { ankiTags } from './anki-tags.ts';
import { cardHtml } from './card-html.ts';

/** Writes words and flashcards as a deck of Anki, in the form that every version of it opens. */
export const apkgOf: WriteOut<PackOut> = async (source): Promise<FileOut> => {
  const losses: Loss[] = [];
  const cards = cardsOf(source, losses);
  const pictures = keptPictures(source);
  const dialect = {
    lang: 'lang',
    isStrict: false,
    // All decks of a collection share one folder of pictures.
    pictureAddress: (path: string) => {
      const name = pictures.nameOf(path);
      return name === undefined ? undefined : `${source.pack.id}-${name}`;
    },
  } as const;
  const writer = passageWriter(source, dialect, losses);
  const notes = cards.map((card) => {
    const { front, back, gender, plural, example } = cardHtml(card, writer);
    return { guid: card.guid, fields: [front, back, gender, plural, example], tags: ankiTags(card.tags) };
  });
  const { about, id } = source.pack;
  const { date, lang } = about.fields;
  const plural = say(source.words, 'plural-of-word', { plural: '{{Plural}}' });
  const collection = await ankiCollection({ id, name: about.name, lang, plural, date, notes });
  const media = pictures.all();
  const names = Object.fromEntries(media.map(({ name }, index) => [String(index), `${id}-${name}`]));
  const bytes = zipFiles([
    { path: 'collection.anki2', bytes: collection },
    { path: 'media', bytes: JSON.stringify(names) },
    ...media.map(({ bytes: data }, index) => ({ path: String(index), bytes: data, isStored: true })),
  ]);
  return { bytes, count: cards.length, losses };
};
