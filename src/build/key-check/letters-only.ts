/**
 * Reduces a text to its letters and digits in lower case, so that texts compare equal however they were broken into lines,
 * hyphenated, or marked up as Markdown.
 */
export const lettersOnly = (text: string): string =>
  text
    .replace(/\]\([^)\s]*\)/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The words of a text in lower case, without punctuation and soft hyphens. */
export const lowerCaseWords = (text: string): string[] =>
  text
    .replace(/\]\([^)\s]*\)/g, ']')
    .normalize('NFKC')
    .replace(/[’'\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
