import type { Passage } from '../../content/entries/entry.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';

/** A gap in a text: the words that are accepted, the best one first. */
export interface Blank {
  readonly words: readonly string[];
  readonly at: Place;
}

const BLANK = /\[\[([^\]]*)\]\]/g;

/**
 * Takes the words out of a text with blanks: `[[word]]`, or `[[word|another]]` where both are taken.
 * @param at the place of the stem
 * @returns the text with numbers in the brackets, and the words of each; undefined after reporting what is wrong
 */
export function readBlanks(
  { text, at: start }: Passage,
  at: Place,
  report: Report,
): { text: Passage; blanks: Blank[] } | undefined {
  const blanks: Blank[] = [];
  let sound = true;
  const numbered = text.replace(BLANK, (_, inner: string, offset: number) => {
    const above = text.slice(0, offset).split('\n');
    const where = {
      ...start,
      line: start.line + above.length - 1,
      column: above.at(-1)!.length + (above.length === 1 ? start.column : 1),
    };
    // In a cell of a table the sign between words is written as an entity or with a backslash.
    const words = inner.split(/\\?\|/).map((word) => word.trim());
    if (words.some((word) => word === '')) {
      sound = false;
      report.add(
        'blank-empty',
        where,
        'This gap is empty, so it has no answer.',
        'Write the missing word: [[word]].',
      );
    }
    blanks.push({ words, at: where });
    return `[[${blanks.length}]]`;
  });
  if (blanks.length === 0) {
    report.add(
      'key-missing',
      at,
      'This item has no gaps.',
      'Put double brackets around each word to leave out: [[word]]. Of a quotation, list them: gaps: [word].',
    );
    return undefined;
  }
  return sound ? { text: { text: numbered, at: start }, blanks } : undefined;
}
