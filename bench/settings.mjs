import { fileURLToPath } from 'node:url';

/** What both sides print with. Sizes in points, lengths in millimetres. */
export const SIZE = 11;
export const LEADING = 15;

/** The width of the text: what `studypack print` takes, since it can't be told another. */
export const MEASURE = 130;

export const MARGIN_TOP = 16;
export const MARGIN_BOTTOM = 18;
export const PARAGRAPH_GAP = 5;

/** Words of the documents that come to 1, 22 and 165 pages. */
export const LENGTHS = [
  { pages: 1, words: 400, rounds: 15 },
  { pages: 22, words: 11500, rounds: 9 },
  { pages: 165, words: 87000, rounds: 9 },
];

/** The program that prints documents with PDFKit, as its guide shows. */
export const PDFKIT_PRINT = fileURLToPath(new URL('pdfkit-print.mjs', import.meta.url));
