import type { Passage } from '../../content/entries/entry.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { AnswerRoom } from '../tasks/answer-room.ts';
import { countLetters } from './count-letters.ts';

/** The room of an A4 page between its margins, in millimetres, less a stem and its marks. */
const PAGE = 240;
const SHARES: Readonly<Record<string, number>> = { half: PAGE / 2, third: PAGE / 3, quarter: PAGE / 4 };

/** What an author says of the room for an answer: `6 lines`, `boxed 60 mm`, `half page`, `rest`, `none`. */
export function readAnswerRoom(text: string): AnswerRoom {
  if (text === 'none') return { ruling: 'lined', lines: 0 };
  if (text === 'rest') return { ruling: 'lined', lines: 0, rest: true };
  const [first = ''] = text.split(' ');
  if (text.endsWith('page')) return { ruling: 'lined', height: ownValue(SHARES, first)! };
  const [number = '0'] = /\d+/.exec(text) ?? [];
  if (!text.endsWith('mm')) return { ruling: 'lined', lines: Number(number) };
  const ruling = (/^[a-z]+/.exec(text)?.[0] ?? 'lined') as AnswerRoom['ruling'];
  return { ruling, height: Number(number) };
}

/** The room for an answer as long as the model answer. */
export const roomForAnswer = ({ text }: Passage): AnswerRoom => ({
  ruling: 'lined',
  letters: countLetters(text),
});
