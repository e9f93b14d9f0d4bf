/**
 * What is left of a text when marks, spaces and ways of writing are taken away: its letters and digits, small. So texts
 * can be compared that were broken into lines, hyphenated, or written as Markdown.
 */
export const lettersOnly = (text: string): string =>
  text
    .replace(/\]\([^)\s]*\)/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The words of a text, small, without marks and without what only joins lines. */
export const wordsOf = (text: string): string[] =>
  text
    .replace(/\]\([^)\s]*\)/g, ']')
    .normalize('NFKC')
    .replace(/[’'\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
