import type { ReadPdf } from '../../pdf/reading/read-pdf.ts';
import { pageText, unseenTexts } from '../../pdf/reading/text-of.ts';

/** An entry of the short key, found in a file for pupils. */
interface PrintedKeyLine {
  readonly text: string;
  /** From 0; undefined for one that is not drawn. */
  readonly page: number | undefined;
}

/** An entry with this many characters does not occur in a paper by accident, as `A, B` may. */
const MEANINGFUL = 8;

/**
 * Finds entries of the short key (`1A, 2E, 3D, 4F`) in a file for pupils, and, in text that is not drawn, the words key
 * or answer followed by a letter.
 * @param answers of the short key, as a mark scheme prints them
 */
export function findKeyLetters(pdf: ReadPdf, answers: readonly string[]): PrintedKeyLine[] {
  const places = [
    ...pdf.pages.map((page, index) => ({ page: index as number | undefined, text: pageText(page) })),
    ...unseenTexts(pdf).map((text) => ({ page: undefined, text })),
  ];
  return places.flatMap(({ page, text }) => {
    const line = text.replace(/\s+/g, ' ');
    const found = answers.filter((answer) => answer.length >= MEANINGFUL && line.includes(answer));
    const hidden = page === undefined ? (/\b(?:keys?|answers?)\b\W{0,3}[A-Z]\b/i.exec(line)?.[0] ?? '') : '';
    return [...found, ...(/[A-Z]$/.test(hidden) ? [hidden] : [])].map((text) => ({ text, page }));
  });
}
