import type { Passage } from '../../content/entries/entry.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Option } from './option.ts';
import { trimmed } from './split-task.ts';

/** An entry of a list, with its box and its pin. */
export interface ListEntry extends Option {
  /** Whether it has a box `[ ]` or `[x]`. */
  readonly boxed: boolean;
}

/** A text with a list: the text above it, its entries, and the text below. */
interface TextWithList {
  readonly above?: Passage;
  readonly entries: readonly ListEntry[];
  readonly below?: Passage;
}

const ENTRY = /^([-*+]|\d+[.)])\s+(?:\[([ xX])\]\s*)?(.*)$/;
const PINNED = /\s*\(pinned\)\s*$/;

/** Finds the first list of a text. An entry may continue on indented lines. */
export function readList({ text, at }: Passage): TextWithList {
  const lines = text.split('\n');
  const placeOf = (index: number): Place => ({ ...at, line: at.line + index, column: 1 });
  const from = lines.findIndex((line) => ENTRY.test(line));
  if (from < 0) return { entries: [], ...(text !== '' && { above: { text, at } }) };
  let to = from;
  while (to < lines.length && (ENTRY.test(lines[to]!) || /^\s+\S/.test(lines[to]!) || isGap(lines, to))) to++;

  const entries: ListEntry[] = [];
  for (let index = from; index < to; index++) {
    const match = ENTRY.exec(lines[index]!);
    if (match) {
      const [, , box, words = ''] = match;
      entries.push({
        text: words.replace(PINNED, ''),
        at: { ...placeOf(index), column: lines[index]!.length - words.length + 1 },
        key: box?.toLowerCase() === 'x',
        boxed: box !== undefined,
        pinned: PINNED.test(words),
      });
    } else if (lines[index]!.trim() !== '') {
      const last = entries.pop()!;
      const words = `${last.text} ${lines[index]!.trim()}`;
      entries.push({ ...last, text: words.replace(PINNED, ''), pinned: PINNED.test(words) });
    }
  }
  const above = trimmed(lines.slice(0, from), at);
  const below = trimmed(lines.slice(to), placeOf(to));
  return { entries, ...(above.text && { above }), ...(below.text && { below }) };
}

/** A blank line between two entries, or one of several. */
const isGap = (lines: readonly string[], index: number) =>
  lines[index]!.trim() === '' && ENTRY.test(lines.slice(index).find((line) => line.trim() !== '') ?? '');

/** The texts above and below a list, as those that a body is passed on with. */
export const aroundList = ({ above, below }: TextWithList): { text?: Passage; answer?: Passage } => ({
  ...(above && { text: above }),
  ...(below && { answer: below }),
});

/** Whether a list has at least so many entries. Reports one that is too short, with a hint how to write it. */
export function holdsList(
  { entries }: TextWithList,
  least: number,
  hint: string,
  at: Place,
  report: Report,
): boolean {
  if (entries.length >= least) return true;
  report.add('key-missing', at, 'This item has no list to take its key from.', hint);
  return false;
}

/** An option without what is known of it besides its words. */
export const wordsOnly = ({ text, at }: Passage): Passage => ({ text, at });
