import type { Report } from '../../diagnostics/report.ts';
import type { EntryOf, Pack } from '../entries/entry.ts';
import { prepareText, splitWords } from './split-words.ts';

type Quotation = EntryOf<'quotations'>;

/** The fewest words of a quotation for another to count as the same one with different words. */
const FEWEST_WORDS = 6;
/** The share of the longer one's words that both must have in common, in order, to count as the same. */
const LEAST_SHARED = 0.8;

/**
 * Reports quotations that a pack has twice: the same words given to two speakers, or words from one place that differ
 * only slightly. Only the book's own words are compared, since a film or a paraphrase is meant to differ.
 */
export function checkSameness(entries: Pack['entries'], report: Report): void {
  const fromBook = entries.quotations
    .filter(({ fields }) => fields.provenance === 'book')
    .map((entry) => ({ entry, words: wordsOf(entry) }));
  fromBook.forEach(({ entry, words }, index) => {
    for (const other of fromBook.slice(0, index)) {
      const difference = differenceOf(entry, words, other);
      if (difference === undefined) continue;
      const { file, line } = other.entry.at;
      const message = `This repeats the quotation “${other.entry.id}” (${file}:${line}) with ${difference}.`;
      report.add('quotation-conflict', entry.at, message, 'Find out which is right, and delete the other.');
      return;
    }
  });
}

/** Says what two entries disagree on, if they are the same quotation. */
function differenceOf(
  entry: Quotation,
  words: readonly string[],
  other: { entry: Quotation; words: string[] },
) {
  const [chapter, elsewhere] = [entry, other.entry].map(({ fields }) => fields.chapter);
  if (chapter !== undefined && elsewhere !== undefined && chapter !== elsewhere) return undefined;
  const [speaker, another] = [entry, other.entry].map(({ fields }) => fields.speaker);
  if (words.join(' ') === other.words.join(' '))
    return speaker === another ? 'a different id' : `a different speaker: ${speaker}, not ${another}`;
  const longer = Math.max(words.length, other.words.length);
  if (longer < FEWEST_WORDS || commonInOrder(words, other.words) < LEAST_SHARED * longer) return undefined;
  // One may be an excerpt of the other: then only its ends differ.
  const [long, short] = [words, other.words]
    .sort((a, b) => b.length - a.length)
    .map((list) => list.join(' '));
  if (` ${long} `.includes(` ${short} `)) return undefined;
  return 'different words';
}

const wordsOf = ({ body }: Quotation) => splitWords(prepareText(body.text)).map(({ key }) => key);

/** Gives the length of the longest common subsequence, by the usual dynamic programming over one row. */
function commonInOrder(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (const [index, other] of b.entries())
      next.push(word === other ? row[index]! + 1 : Math.max(row[index + 1]!, next[index]!));
    row = next;
  }
  return row[b.length]!;
}
