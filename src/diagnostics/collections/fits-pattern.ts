/** Longer than anything that is written twice. Patterns of ten thousand letters cannot be compiled. */
const LONGEST = 200;

/** Whether what an author wrote may become part of a regular expression. What is longer is found nowhere. */
export const fitsPattern = (words: string): boolean => words.length <= LONGEST;
