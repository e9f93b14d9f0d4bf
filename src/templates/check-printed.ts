import type { Entry, Pack, Passage } from '../content/entries/entry.ts';
import type { EntryKind } from '../content/kinds/entry-kind.ts';
import { PACK_KIND } from '../content/kinds/pack-kind.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Origins } from '../diagnostics/origin.ts';
import type { Report } from '../diagnostics/report.ts';

/**
 * Warns of content that no product prints: an entry that no template pastes, or a text or section of one whose other
 * parts are printed.
 * @param unused entries that wait to be used and are not: they are reported as such, unless a product prints them
 * @param origins the places of all text that templates pasted, for every product of the pack
 */
export function checkPrinted(
  pack: Pack<EntryKind>,
  kinds: readonly EntryKind[],
  unused: ReadonlySet<Entry>,
  origins: readonly Origins[],
  report: Report,
): void {
  const everyKind: readonly EntryKind[] = [PACK_KIND, ...kinds];
  const lines = new Set(origins.flat().map(lineOf));
  const isPrinted = ({ text, at }: Passage) =>
    text.split('\n').some((_, index) => lines.has(lineOf({ ...at, line: at.line + index })));

  for (const entry of [pack.about, ...Object.values(pack.entries).flat()]) {
    const kind = everyKind.find((candidate) => candidate.name === entry.kind);
    if (!kind || (kind.awaitsPicking && !unused.has(entry))) continue;
    const hint = kind.printedWhere ?? 'To print it, add a template to the pack.';
    const passages = Object.entries({ '': entry.body, ...entry.sections }).filter(([, { text }]) => text);
    const unprinted = passages.filter(([, passage]) => !isPrinted(passage));
    const what = `the ${kind.singular} “${entry.name}”`;
    if (unprinted.length === passages.length && !lines.has(lineOf(nameOf(entry))))
      report.add(
        'unprinted',
        entry.at,
        kind.awaitsPicking ? `Nothing uses ${what}, and no product prints it.` : `No product prints ${what}.`,
        hint,
      );
    else if (!kind.awaitsPicking)
      for (const [section, { at }] of unprinted)
        report.add(
          'unprinted',
          at,
          `No product prints this ${section ? 'section' : 'text'} of ${what}.`,
          hint,
        );
  }
}

const lineOf = ({ file, line }: Place) => `${file}:${line}`;

const nameOf = (entry: Entry) => entry.places['name'] ?? entry.places['title'] ?? entry.at;
