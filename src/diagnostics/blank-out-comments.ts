import { findComments } from './take-out-comments.ts';

/**
 * Gives a text with spaces in place of its comments, so that every other character keeps its place.
 * @returns it, and the lines (from 0) that are empty only because they held nothing but comments
 */
export function blankOutComments(text: string): { text: string; emptied: ReadonlySet<number> } {
  if (!text.includes('<!--')) return { text, emptied: new Set() };
  let blanked = '';
  let from = 0;
  const emptied = new Set<number>();
  for (const cut of findComments(text).cuts) {
    blanked += text.slice(from, cut.from) + text.slice(cut.from, cut.to).replace(/[^\n]/g, ' ');
    from = cut.to;
    const first = text.slice(0, cut.from).split('\n').length - 1;
    const last = text.slice(0, cut.to).split('\n').length - 1;
    for (let line = first; line <= last; line++) emptied.add(line);
  }
  blanked += text.slice(from);
  const lines = blanked.split('\n');
  return { text: blanked, emptied: new Set([...emptied].filter((line) => lines[line]!.trim() === '')) };
}
