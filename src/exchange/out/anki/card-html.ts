import type { Passage } from '../../../content/entries/entry.ts';
import type { PassageWriter } from '../rich-text/passage-writer.ts';
import type { CardOut } from '../words/card-out.ts';
import { escapeMarkup } from '../xml/escape-markup.ts';

/** A card as HTML: a part is empty if there is nothing to say. */
interface CardHtml {
  readonly front: string;
  readonly back: string;
  readonly gender: string;
  readonly plural: string;
  readonly example: string;
}

/** Writes a card as HTML. */
export function cardHtml(card: CardOut, writer: PassageWriter): CardHtml {
  const written = (passages: readonly Passage[]): string => {
    const [only, ...more] = passages;
    if (!only) return '';
    return more.length === 0 ? writer.inlineHtml(only) : passages.map((one) => writer.html(one)).join('');
  };
  const spoken = (html: string) =>
    card.lang === undefined || html === '' ? html : `<span lang="${escapeMarkup(card.lang)}">${html}</span>`;
  const { gender, plural, example } = card;
  return {
    front: spoken(written(card.front)),
    back: written(card.back),
    gender: gender ? writer.inlineHtml(gender) : '',
    plural: plural ? writer.inlineHtml(plural) : '',
    example: example ? spoken(writer.inlineHtml(example)) : '',
  };
}
