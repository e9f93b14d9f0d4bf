import type { Passage } from '../../../content/entries/entry.ts';
import { append } from '../../../diagnostics/collections/append.ts';
import type { Loss } from '../../losses/loss.ts';
import type { FileOut, WriteOut } from '../format-out.ts';
import type { PackOut } from '../pack-out.ts';
import { passageWriter } from '../rich-text/passage-writer.ts';
import { formulaLosses } from '../spreadsheets/formula-losses.ts';
import { separatedValues } from '../spreadsheets/separated-values.ts';
import { spreadsheetBytes } from '../spreadsheets/spreadsheet-bytes.ts';
import { wordCards } from '../words/cards-of.ts';

const NO_PICTURES = { lang: 'lang', isStrict: false, pictureAddress: () => undefined } as const;

const COLUMNS = ['id', 'word', 'meaning', 'gender', 'plural', 'example', 'lang', 'tags'];

/** Writes the words of a pack as a table for a spreadsheet. */
export const wordsCsvOf: WriteOut<PackOut> = (source): FileOut => {
  const losses: Loss[] = [];
  const cards = wordCards(source);
  const writer = passageWriter(source, NO_PICTURES, losses);
  const rows = cards.map((card) => {
    const text = (passages: readonly (Passage | undefined)[]) =>
      passages.flatMap((passage) => (passage ? [writer.plain(passage)] : [])).join('\n');
    const row = [
      card.id,
      text(card.front),
      text(card.back),
      text([card.gender]),
      text([card.plural]),
      text([card.example]),
      card.lang ?? '',
      card.tags.join(', '),
    ];
    append(losses, formulaLosses(row, card.at));
    return row;
  });
  return { bytes: spreadsheetBytes(separatedValues([COLUMNS, ...rows], ',')), count: cards.length, losses };
};
