import { append } from '../../../diagnostics/collections/append.ts';
import { say } from '../../../words/say.ts';
import type { Loss } from '../../losses/loss.ts';
import type { FileOut, WriteOut } from '../format-out.ts';
import type { PackOut } from '../pack-out.ts';
import { passageWriter } from '../rich-text/passage-writer.ts';
import { separatedValues } from '../spreadsheets/separated-values.ts';
import { cardsOf, lossesOnTwoSides } from '../words/cards-of.ts';
import { ankiTags } from './anki-tags.ts';
import { cardHtml } from './card-html.ts';

const NO_PICTURES = { lang: 'lang', isStrict: false, pictureAddress: () => undefined } as const;

/** Writes words and flashcards as a text file for Anki, whose first lines say what its columns are. */
export const ankiTextOf: WriteOut<PackOut> = (source): FileOut => {
  const losses: Loss[] = [];
  const cards = cardsOf(source, losses);
  append(losses, lossesOnTwoSides(cards));
  const writer = passageWriter(source, NO_PICTURES, losses);
  const head = [
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#tags column:4',
    `#deck:${source.pack.about.name.replaceAll('::', ': ')}`,
    '#columns:Guid\tFront\tBack\tTags',
  ];
  const rows = cards.map((card) => {
    const { front, back, gender, plural, example } = cardHtml(card, writer);
    const forms = [gender, plural === '' ? '' : say(source.words, 'plural-of-word', { plural })];
    const sides = [front, [back, forms.filter(Boolean).join(', '), example].filter(Boolean).join('<br/>')];
    return [card.guid, ...sides.map((side) => side.replaceAll('\t', ' ')), ankiTags(card.tags)];
  });
  const text = `${head.join('\n')}\n${separatedValues(rows, '\t')}`;
  return { bytes: new TextEncoder().encode(text), count: cards.length, losses };
};
