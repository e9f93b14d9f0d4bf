import type { Report } from '../../diagnostics/report.ts';
import type { Pack } from '../entries/entry.ts';
import type { UnreadEntries } from '../entries/unread-entries.ts';
import { surroundingMarks } from './surrounding-marks.ts';

/** Faults of words that really are in the book. */
const FAULTS_OF_RIGHT_WORDS: readonly string[] = ['wrong-speaker', 'out-of-context'];
/** Faults that can be shown only next to the book's own words. */
const FAULTS_TO_COMPARE: readonly string[] = ['reworded', 'wrong-speaker'];

/** Checks what a schema cannot express about misquotations: that they are wrong, and that the right words are given. */
export function checkMisquotations(entries: Pack['entries'], unread: UnreadEntries, report: Report): void {
  const [book] = entries.book;
  const ofTheBook = entries.quotations
    .filter(({ fields }) => fields.provenance === 'book')
    .map(({ id, body }) => ({ id, words: comparable(body.text) }));
  for (const misquotation of entries.misquotations) {
    const { words, fault, instead } = misquotation.fields;
    const at = misquotation.places['words'] ?? misquotation.at;
    const marks = surroundingMarks(words);
    if (marks)
      report.add(
        'quotes-doubled',
        at,
        `These words have quotation marks around them (${marks.opening} ${marks.closing}), but the program adds its own.`,
        'Delete the outer marks. Keep any inside the words.',
      );
    const same = ofTheBook.find((quotation) => quotation.words.includes(comparable(words)));
    if (same && !FAULTS_OF_RIGHT_WORDS.includes(fault))
      report.add(
        'misquotation-right',
        at,
        `These words really are in the book: they are part of the quotation “${same.id}”.`,
        `Change the words. If the words are right and something else is wrong, write “fault: ${FAULTS_OF_RIGHT_WORDS.join('” or “fault: ')}”.`,
      );
    if (FAULTS_TO_COMPARE.includes(fault) && instead === undefined)
      report.add(
        'field-missing',
        misquotation.at,
        `A misquotation with “fault: ${fault}” needs the correct words.`,
        'Add a line “instead:” with the id of the correct quotation.',
      );
    if (fault === 'film' && book?.fields.film === undefined && !unread.mayHold('book'))
      report.add(
        'field-missing',
        misquotation.at,
        'This line from a film needs the field “film” in the pack’s book.md.',
        'Add it to the front matter of book.md.',
      );
  }
}

/** Drops what only typography changes, so that words can be compared. */
const comparable = (text: string) =>
  text
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
    .toLowerCase();
