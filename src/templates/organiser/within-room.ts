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

/** Even entries of a word or two take a line each, with a gap: a column has no room for more of them. */
const MOST_ENTRIES = 33;

/** An entry that there is no room for, and how many letters it is too long. */
export interface TooLong {
  readonly entry: OrganiserEntry;
  readonly over: number;
}

/** What there is room for, and what there is not. */
export interface WithinRoom {
  readonly entries: readonly OrganiserEntry[];
  /**
   * Entries that were passed over although a later one, which matters less, fits, and those of boxes in which none fits. The
   * others come after everything that is shown: they give way as the rules say.
   */
  readonly passedOver: readonly TooLong[];
}

/**
 * Gives the entries that there is room for, in their order: a longer one is passed over if a later one fits.
 * @param needed whether an entry counts as passed over even if nothing after it is shown
 */
export function withinRoom(
  all: readonly OrganiserEntry[],
  letters: number,
  needed: (id: string) => boolean = () => false,
): WithinRoom {
  let left = letters;
  const entries: OrganiserEntry[] = [];
  const tooLong: (TooLong & { readonly index: number })[] = [];
  let last = all.length;
  for (const [index, entry] of all.entries()) {
    const over = lettersTaken(entry) - left;
    if (over > 0 || entries.length === MOST_ENTRIES) {
      tooLong.push({ entry, over: Math.max(over, 1), index });
      continue;
    }
    left = -over;
    entries.push(entry);
    last = index;
  }
  return { entries, passedOver: tooLong.filter(({ entry, index }) => index < last || needed(entry.id)) };
}
