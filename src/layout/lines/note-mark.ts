import type { Inline } from '../../blocks/block.ts';

/** What a raised number would be a power of: a figure, a raised one, or a letter on its own; a bracket may close it. */
const BEFORE_A_POWER = /(?:[\p{N}\u2070-\u209C]|(?<![\p{L}\p{M}’'.])\p{L})[)\]]?$/u;

/**
 * Gives the mark of a note in the text: its number, with a comma after the number of another note, and in brackets where it
 * would be read as a power (`10[3]`).
 */
export function noteMark(text: readonly Inline[], index: number): string {
  const note = text[index]!;
  const label = note.kind === 'note' ? note.label : '';
  let first = index;
  while (text[first - 1]?.kind === 'note') first--;
  const before = text[first - 1];
  const isPower = before?.kind === 'text' && (before.script === 'super' || BEFORE_A_POWER.test(before.text));
  const shown = isPower ? `[${label}]` : label;
  // A line does not end between the two.
  return first < index ? `,\u2060${shown}` : shown;
}
