import type { Passage } from '../../content/entries/entry.ts';
import { say } from '../../words/say.ts';
import type { PackOut } from '../pack-out.ts';
import { escapeMarkup } from '../passages-out/escape-markup.ts';
import type { PassageWriter } from '../passages-out/passage-writer.ts';
import type { CardOut } from './card-out.ts';

/** A card as HTML: a part is empty if there is nothing to say. */
interface CardHtml {
  readonly front: string;
  readonly back: string;
  readonly example: string;
  /** The gender and the plural, as they are printed on cards. */
  readonly forms: string;
}

/** Writes a card as HTML. */
export function cardHtml(card: CardOut, { words }: PackOut, writer: PassageWriter): CardHtml {
  const written = (passages: readonly Passage[]): string => {
    const [only, ...more] = passages;
    if (!only) return '';
    return more.length === 0 ? writer.inlineHtml(only) : passages.map((one) => writer.html(one)).join('');
  };
  const spoken = (html: string) =>
    card.lang === undefined || html === '' ? html : `<span lang="${escapeMarkup(card.lang)}">${html}</span>`;
  const { gender, plural, example } = card;
  const forms = [
    ...(gender ? [writer.inlineHtml(gender)] : []),
    ...(plural ? [say(words, 'plural-of-word', { plural: writer.inlineHtml(plural) })] : []),
  ];
  return {
    front: spoken(written(card.front)),
    back: written(card.back),
    example: example ? spoken(writer.inlineHtml(example)) : '',
    forms: forms.join(', '),
  };
}
