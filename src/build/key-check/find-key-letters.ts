import type { ReadPdf } from '../../pdf/reading/read-pdf.ts';
import { pageText, unseenTexts } from '../../pdf/reading/text-of.ts';

/** An answer that is only letters and numbers, found in a file for pupils. */
export interface ToldKey {
  readonly said: string;
  /** From 0; undefined for one that is not drawn. */
  readonly page: number | undefined;
}

/** An answer of so many signs does not stand in a paper by accident, as `A, B` may. */
const TELLING = 8;

/**
 * Looks in a file for pupils for lines of the short key (`1A, 2E, 3D, 4F`), and, where nobody sees it, for a key or an
 * answer with a letter behind it.
 * @param answers of the short key, as a mark scheme prints them
 */
export function findKeyLetters(pdf: ReadPdf, answers: readonly string[]): ToldKey[] {
  const places = [
    ...pdf.pages.map((page, index) => ({ page: index as number | undefined, text: pageText(page) })),
    ...unseenTexts(pdf).map((text) => ({ page: undefined, text })),
  ];
  return places.flatMap(({ page, text }) => {
    const line = text.replace(/\s+/g, ' ');
    const told = answers.filter((answer) => answer.length >= TELLING && line.includes(answer));
    const hidden = page === undefined ? (/\b(?:keys?|answers?)\b\W{0,3}[A-Z]\b/i.exec(line)?.[0] ?? '') : '';
    return [...told, ...(/[A-Z]$/.test(hidden) ? [hidden] : [])].map((said) => ({ said, page }));
  });
}
