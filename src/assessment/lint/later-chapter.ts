import { numbersOfChapter } from '../../content/entries/chapter-name.ts';
import type { ExamPack } from '../tasks/exam-pack.ts';

/** Chapters in a text: `chapter 22`, `ch. 22`, `chapters 19 to 22`, and the same in the languages of the program. */
const MENTION =
  /\b(?:chapters?|ch\.|chap\.|chapitres?|kapiteln?|cap[íi]tulos?|capitol[oi]|rozdzia\p{L}+|p?h?[bm]?ennod\p{L}*)[\s\u00A0]+(\d+)(?:(?:\s*[-–,]\s*|[\s\u00A0]\p{L}{1,3}[\s\u00A0])(\d+))?/giu; // cspell:disable-line

/** Finds chapters of a pack after the one that a class has reached. */
export interface LaterChapter {
  /** The first of some ids that is later. */
  among(ids: readonly (string | undefined)[]): string | undefined;
  /** The first later one that a text names. */
  namedIn(text: string): string | undefined;
  /** That of the first of some quotations, by their ids, whose place is later. */
  ofQuotations(ids: readonly string[]): string | undefined;
}

/** Gives a finder of chapters after one. */
export function laterChapter({ entries }: ExamPack, reached: string): LaterChapter {
  const order = entries.chapters.map(({ id }) => id);
  const last = order.indexOf(reached);
  const later = order.slice(last + 1);
  const among: LaterChapter['among'] = (ids) => ids.find((id) => id !== undefined && later.includes(id));
  return {
    among,
    namedIn: (text) => {
      const numbers = [...text.matchAll(MENTION)].flatMap(([, first, second]) => [first, second]);
      return later.find((id) => numbers.includes(numbersOfChapter(id) ?? id));
    },
    ofQuotations: (ids) =>
      among(entries.quotations.filter(({ id }) => ids.includes(id)).map(({ fields }) => fields.chapter)),
  };
}
