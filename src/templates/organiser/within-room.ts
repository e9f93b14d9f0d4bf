import type { OrganiserEntry } from './organiser-entry.ts';

/** The letters that an entry takes, with the room that it leaves at the end of its last line. */
export const lettersTaken = ({ term, text, words, after }: OrganiserEntry): number =>
  (term?.text.length ?? 0) +
  (text?.text.length ?? 0) +
  words.reduce((sum, one) => sum + one.text.length + 3, 0) +
  (after?.length ?? 0) +
  LINE_END;

/** About half a line. */
export const LINE_END = 22;

/** Gives the entries that there is room for, in their order: a longer one is passed over if a later one fits. */
export function withinRoom(entries: readonly OrganiserEntry[], letters: number): OrganiserEntry[] {
  let left = letters;
  return entries.filter((entry) => {
    const size = lettersTaken(entry);
    if (size > left) return false;
    left -= size;
    return true;
  });
}
