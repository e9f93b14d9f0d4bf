import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import type { EntryOf } from '../../content/entries/entry.ts';
import { paragraphs } from '../../content/entries/paragraphs.ts';
import { placeOf, speakerOf } from '../../content/entries/place-of.ts';
import { NARRATOR } from '../../content/kinds/narrator.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import { type OrganiserEntry, organiserEntry } from './organiser-entry.ts';

/** Whether the words of a quotation are those of the book, or of a source that it names. */
export const isSound = ({ fields: { provenance } }: EntryOf<'quotations'>): boolean =>
  provenance === 'book' || provenance === 'source';

/** A quotation with who says it, and where; and whether it is from the film, or unverified. */
export function quotedEntry(
  quotation: EntryOf<'quotations'>,
  { entries }: ExamPack,
  words: Words,
): OrganiserEntry {
  const { provenance, lang, speaker, zoom } = quotation.fields;
  const who = speakerOf(quotation, entries, (name) => name);
  const isNarrated = speaker === NARRATOR && ownValue(quotation.places, 'speaker') !== undefined;
  const said = who ?? (isNarrated ? say(words, 'narrator') : undefined);
  const from = [said, placeOf(quotation, entries, words)].filter((one) => one !== undefined).join(', ');
  const warning = provenance === 'film' ? 'film-not-book' : provenance === 'source' ? 'book' : provenance;
  const after = [from, ...(warning === 'book' ? [] : [say(words, warning)])].filter(Boolean).join('. ');
  return organiserEntry(quotation.id, {
    words: paragraphs(quotation.body),
    zoom: zoom ?? null,
    after: after || null,
    lang: lang ?? null,
  });
}
