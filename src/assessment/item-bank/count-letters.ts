/** The number of letters of a text as it is written by hand: no marks of Markdown, and single spaces. */
export const countLetters = (text: string): number =>
  text
    .replace(/\]\([^)]*\)|[*_`~#>[\]\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim().length;
