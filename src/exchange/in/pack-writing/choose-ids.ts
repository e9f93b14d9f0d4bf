import { slug } from '../../../content/entries/entry.ts';
import { headingId } from '../../../content/entries/heading-id.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { ImportedEntry } from '../imported.ts';
import { entryAsMarkdown } from './entry-as-markdown.ts';
import { hashOfImported, type SourceRecord } from './import-record.ts';
import { likeness } from './likeness.ts';

/** An entry with the id that it has in the pack. */
export interface NamedEntry {
  readonly entry: ImportedEntry;
  readonly id: string;
  /** Kind and id. */
  readonly key: string;
  /** What the source calls it; undefined if only its heading tells it from others. */
  readonly from: string | undefined;
  /** The id that it would have if nothing else had it: other entries of the source may call it so. */
  readonly wanted: string;
}

interface KnownEntries {
  /** What an earlier import of this source wrote. */
  readonly earlier: SourceRecord['entries'];
  /** The entries of the pack as they are written, by kind and id. */
  readonly written: ReadonlyMap<string, string>;
  readonly lang: string | undefined;
}

/** How alike two entries without ids of their own have to be, to be one that was edited. */
const ALIKE = 0.5;
/** Ids are typed in papers and worksheets. */
const LONGEST_ID = 48;

/**
 * Gives entries their ids in the pack: those of an earlier import of the same source, also where a heading was edited since,
 * and otherwise new ones that nothing else has.
 */
export function chooseIds(entries: readonly ImportedEntry[], known: KnownEntries): NamedEntry[] {
  const { earlier, written, lang } = known;
  const chosen = new Map<ImportedEntry, string>();
  const used = new Set<string>();
  const take = (entry: ImportedEntry, key: string) => {
    chosen.set(entry, key.slice(entry.kind.length + 1));
    used.add(key);
  };
  const wanted = new Map(entries.map((entry) => [entry, wantedId(entry, lang)]));
  const isFree = (key: string) => ownValue(earlier, key) !== undefined && !used.has(key);
  for (const entry of entries) {
    const ofKind = Object.keys(earlier).filter((key) => key.startsWith(`${entry.kind}/`));
    const [key] =
      entry.id === undefined
        ? [`${entry.kind}/${wanted.get(entry)}`]
        : ofKind.filter((one) => ownValue(earlier, one)?.from === entry.id && isFree(one));
    if (
      key !== undefined &&
      isFree(key) &&
      (entry.id !== undefined || ownValue(earlier, key)?.from === undefined)
    )
      take(entry, key);
  }
  matchEdited(
    entries.filter((entry) => entry.id === undefined && !chosen.has(entry)),
    known,
    used,
    take,
  );
  for (const entry of entries) {
    if (chosen.has(entry)) continue;
    const id = wanted.get(entry)!;
    for (let number = 1; !chosen.has(entry); number++) {
      const candidate = number === 1 ? id : `${id}-${number}`;
      const key = `${entry.kind}/${candidate}`;
      if (used.has(key) || ownValue(earlier, key) !== undefined) continue;
      const there = written.get(key);
      // What somebody has written in the same words already is that entry.
      if (there === undefined || hashOfImported(there) === hashOfImported(entryAsMarkdown(entry, candidate)))
        take(entry, key);
    }
  }
  return entries.map((entry) => {
    const id = chosen.get(entry)!;
    return { entry, id, key: `${entry.kind}/${id}`, from: entry.id, wanted: wanted.get(entry)! };
  });
}

/** The id of an entry if nothing else has it. */
function wantedId({ id, name }: ImportedEntry, lang: string | undefined): string {
  const whole = (id === undefined ? '' : slug(id, lang)) || headingId(name, lang) || 'entry';
  if (whole.length <= LONGEST_ID) return whole;
  return whole
    .slice(0, LONGEST_ID + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, LONGEST_ID);
}

/** Finds entries that have another heading than in an earlier import, but hardly any other words. */
function matchEdited(
  entries: readonly ImportedEntry[],
  { earlier, written }: KnownEntries,
  used: ReadonlySet<string>,
  take: (entry: ImportedEntry, key: string) => void,
): void {
  const pairs = entries.flatMap((entry) =>
    Object.keys(earlier).flatMap((key) => {
      const there = written.get(key);
      if (!key.startsWith(`${entry.kind}/`) || used.has(key) || ownValue(earlier, key)?.from !== undefined)
        return [];
      const alike = there === undefined ? 0 : likeness(entryAsMarkdown(entry, 'x'), there);
      return alike >= ALIKE ? [{ entry, key, alike }] : [];
    }),
  );
  const done = new Set<ImportedEntry>();
  for (const { entry, key } of pairs.sort((one, other) => other.alike - one.alike)) {
    if (done.has(entry) || used.has(key)) continue;
    done.add(entry);
    take(entry, key);
  }
}
