/** A word to type as Moodle compares it: an asterisk would stand for anything. */
export const literalAsterisks = (word: string): string => word.replaceAll('*', '\\*');
