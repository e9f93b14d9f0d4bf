import type { Passage } from '../../content/entries/entry.ts';
import { onOneLine } from '../../content/entries/on-one-line.ts';
import { paragraphs } from '../../content/entries/paragraphs.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';

const NAMED = /\(quotation:\s*([^()\s]+)\s*\)/g;

/** The words of a pack's quotations by their ids. */
export type QuotedWords = ReadonlyMap<string, Passage>;

/**
 * Replaces each `(quotation: its-id)` in a text of an item by the words of that quotation on one line, in quotation
 * marks, so that they follow every edit of the quotation. Lines of the text keep their numbers.
 */
export function insertQuotations(
  passage: Passage,
  quotations: QuotedWords,
  words: Words,
  report: Report,
): Passage {
  if (!passage.text.includes('(quotation:')) return passage;
  const text = passage.text.replace(NAMED, (written, id: string, offset: number) => {
    const quoted = quotations.get(id);
    if (quoted) {
      const line = paragraphs(quoted)
        .map((part) => onOneLine(part.text))
        .join(' // ');
      return `${say(words, 'quote-open')}${line}${say(words, 'quote-close')}`;
    }
    const above = passage.text.slice(0, offset).split('\n');
    report.add(
      'reference-unknown',
      {
        ...passage.at,
        line: passage.at.line + above.length - 1,
        column: above.at(-1)!.length + (above.length === 1 ? passage.at.column : 1),
      },
      `There is no quotation “${id}” in the pack.`,
      suggest(id, [...quotations.keys()]) ?? 'Write the id of one of the pack’s quotations.',
    );
    return written;
  });
  return { ...passage, text };
}
