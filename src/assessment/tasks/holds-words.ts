import type { Passage } from '../../content/entries/entry.ts';

/** Whether there is anything in a text besides comments, which are meant not to be printed. */
export const holdsWords = ({ text }: Passage): boolean => text.replace(/<!--[\s\S]*?-->/g, '').trim() !== '';
