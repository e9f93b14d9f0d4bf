import type { Passage } from '../../content/entries/entry.ts';

/** Whether a text holds anything besides comments, which are never printed. */
export const holdsWords = ({ text }: Passage): boolean => text.replace(/<!--[\s\S]*?-->/g, '').trim() !== '';
