import type { Entry, Pack, Passage } from '../content/entries/entry.ts';
import type { EntryKind } from '../content/kinds/entry-kind.ts';
import { PACK_KIND } from '../content/kinds/pack-kind.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/report.ts';

/** What is known to be on no page. */
export interface NamedTexts {
  readonly entries: ReadonlySet<Entry>;
  /** Where texts and sections begin. */
  readonly passages: ReadonlySet<Place>;
}

/**
 * Warns of content that no product prints: an entry that no template pastes, or a text or section of one whose other
 * parts are printed.
 * @param unused entries that wait to be used and are not: they are reported as such, unless a product prints them
 * @param isPasted whether a template pasted something that was written in a line, for any product of the pack
 * @param hintFor says what to do about words of an entry
 * @returns what it warned of
 */
export function checkPrinted(
  pack: Pack<EntryKind>,
  kinds: readonly EntryKind[],
  unused: ReadonlySet<Entry>,
  isPasted: (at: Place) => boolean,
  hintFor: (kind: EntryKind, entry: Entry, words: readonly string[]) => string,
  report: Report,
): NamedTexts {
  const everyKind: readonly EntryKind[] = [PACK_KIND, ...kinds];
  const isPrinted = ({ text, at }: Passage) =>
    text.split('\n').some((_, index) => isPasted({ ...at, line: at.line + index }));

  const named = { entries: new Set<Entry>(), passages: new Set<Place>() };
  for (const entry of [pack.about, ...Object.values(pack.entries).flat()]) {
    const kind = everyKind.find((candidate) => candidate.name === entry.kind);
    if (!kind || (kind.awaitsPicking && !unused.has(entry))) continue;
    const passages = Object.entries({ '': entry.body, ...entry.sections }).filter(([, { text }]) => text);
    const unprinted = passages.filter(([, passage]) => !isPrinted(passage));
    const what = `the ${kind.singular} “${entry.name}”`;
    if (unprinted.length === passages.length && !isPasted(nameOf(entry))) {
      named.entries.add(entry);
      report.add(
        'unprinted',
        entry.at,
        kind.awaitsPicking ? `Nothing uses ${what}, and no product prints it.` : `No product prints ${what}.`,
        hintFor(kind, entry, [entry.name]),
      );
    } else if (!kind.awaitsPicking)
      for (const [section, { at, text }] of unprinted) {
        named.passages.add(at);
        report.add(
          'unprinted',
          at,
          `No product prints this ${section ? 'section' : 'text'} of ${what}.`,
          hintFor(kind, entry, [text]),
        );
      }
  }
  return named;
}

const nameOf = (entry: Entry) => entry.places['name'] ?? entry.places['title'] ?? entry.at;
