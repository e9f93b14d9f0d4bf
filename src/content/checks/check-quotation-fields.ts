import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { EntryOf, Pack } from '../entries/entry.ts';
import { paragraphs } from '../entries/paragraphs.ts';
import { workQuoted } from '../entries/place-of.ts';
import type { UnreadEntries } from '../entries/unread-entries.ts';
import { surroundingMarks } from './surrounding-marks.ts';

/** Checks what a schema cannot express about quotations, such as that words from the book have a chapter. */
export function checkQuotationFields(entries: Pack['entries'], unread: UnreadEntries, report: Report): void {
  const [book] = entries.book;
  const reported = new Set<string>();
  for (const quotation of entries.quotations) {
    const { provenance, chapter, lines, page } = quotation.fields;
    const isUnsaid = ownValue(quotation.places, 'speaker') === undefined;
    if (isUnsaid && provenance !== 'source')
      report.add(
        'field-missing',
        quotation.at,
        'This quotation does not say whose words it has.',
        'Add a line “speaker:” with the id of a character or person, or “speaker: narrator”.',
      );
    // One that names a book which the pack does not have has been reported; what its book needs is not known.
    const isOfSeveral =
      quotation.fields.book !== undefined || workQuoted(quotation, entries)?.kind === 'books';
    const neededField =
      provenance === 'film' ? 'film' : isOfSeveral ? undefined : provenance === 'book' ? 'title' : undefined;
    if (neededField !== undefined && book?.fields[neededField] === undefined && !reported.has(neededField)) {
      // Reported once: every later quotation lacks the same line of the same file.
      reported.add(neededField);
      if (!unread.mayHold('book'))
        report.add(
          'field-missing',
          quotation.at,
          `This quotation needs the field “${neededField}” in the pack’s book.md.`,
          'Add it to the front matter of book.md. Other quotations may need it too.',
        );
    }
    const hasPlace = [chapter, lines, page].some((one) => one !== undefined) || isOfSeveral;
    if (provenance === 'book' && !hasPlace)
      report.add(
        'field-missing',
        quotation.at,
        'A quotation from the book needs its chapter.',
        'Add a line such as “chapter: 6”, or change “provenance”.',
      );
    if (provenance === 'film' && chapter !== undefined)
      report.add(
        'field-malformed',
        quotation.places['chapter'] ?? quotation.at,
        'A line from the film cannot have a chapter of the book.',
        'Delete the chapter.',
      );
    checkSource(quotation, report);
    checkLines(quotation, report);
    checkPlace(quotation, entries, report);
    refuseMarks(quotation, report);
    checkZoom(quotation, report);
    for (const [index, part] of paragraphs(quotation.body).entries())
      if (/^\s*(?:[>#|-]|\d+\.|```|~~~)/.test(part.text))
        report.add(
          'field-malformed',
          part.at,
          `Part ${index + 1} of this quotation is not a plain paragraph.`,
          'Write only the words, without a list, heading or block.',
        );
  }
}

/** Checks that a quotation from a source says from which, and that one from the book or a film names no other source. */
function checkSource({ fields, places, at }: EntryOf<'quotations'>, report: Report): void {
  const { provenance, source } = fields;
  if (provenance === 'source' && source === undefined)
    report.add(
      'field-missing',
      at,
      'A quotation from a source needs to say which.',
      'Add a line such as “source: Letter to his sister, July 1916”.',
    );
  if ((provenance === 'book' || provenance === 'film') && source !== undefined)
    report.add(
      'field-malformed',
      places['source'] ?? at,
      `“source” is for words from something else, but these have “provenance: ${provenance}”.`,
      'Change the provenance, or delete “source”.',
    );
}

/** Checks that lines are in order. */
function checkLines({ fields, places, at }: EntryOf<'quotations'>, report: Report): void {
  const [first = 0, last = first] = (fields.lines?.match(/\d+/g) ?? []).map(Number);
  if (last < first)
    report.add(
      'field-malformed',
      places['lines'] ?? at,
      `Line ${last} comes before line ${first}.`,
      'Write the first line first: lines: 1-3',
    );
}

/** Checks that a part is the one its chapter belongs to, and that pages are given for editions that the book names. */
function checkPlace(
  { fields, places, at }: EntryOf<'quotations'>,
  entries: Pack['entries'],
  report: Report,
): void {
  const { part, chapter, pages = {} } = fields;
  const partOfChapter = entries.chapters.find(({ id }) => id === chapter)?.fields.part;
  if (part !== undefined && partOfChapter !== undefined && partOfChapter !== part)
    report.add(
      'field-malformed',
      places['part'] ?? at,
      `Chapter ${chapter} is in part ${partOfChapter}, not in part ${part}.`,
      'Correct one of the two, or delete “part”: the chapter already gives it.',
    );
  const editions = entries.book[0]?.fields.editions ?? [];
  for (const edition of Object.keys(pages))
    if (!editions.includes(edition))
      report.add(
        'reference-unknown',
        ownValue(places, `pages.${edition}`) ?? at,
        `“pages” names the edition “${edition}”, which is not in book.md.`,
        suggest(edition, editions) ?? 'Add it to “editions” in book.md.',
      );
}

/** Refuses quotation marks around the words: products add their own, so they would be printed twice. */
function refuseMarks({ body }: EntryOf<'quotations'>, report: Report): void {
  const parts = paragraphs(body);
  const whole = surroundingMarks(parts.map((part) => part.text).join(' '));
  const marked = parts.flatMap(({ text, at }) => {
    const marks = surroundingMarks(text);
    return marks ? [{ marks, at }] : [];
  });
  for (const { marks, at } of whole ? [{ marks: whole, at: body.at }] : marked)
    report.add(
      'quotes-doubled',
      at,
      `These words have quotation marks around them (${marks.opening} ${marks.closing}), but the program adds its own.`,
      'Delete the outer marks. Keep any inside the words.',
    );
}

/** Checks that the word to look at is in the quotation, on one line of it. */
function checkZoom({ fields: { zoom }, body, places, at }: EntryOf<'quotations'>, report: Report): void {
  if (zoom === undefined || paragraphs(body).some(({ text }) => text.includes(zoom))) return;
  const all = [...new Set(body.text.match(/[\p{L}\p{N}’'-]+/gu) ?? [])];
  report.add(
    'field-malformed',
    places['zoom'] ?? at,
    `This quotation does not contain “${zoom}”.`,
    suggest(zoom, all, 0) || 'Write a word just as it is in the quotation.',
  );
}
