/** A blank in a line, as wide as most words are when they are written by hand. */
export const BLANK: string = '_'.repeat(18);
