import { slug } from '../../../content/entries/entry.ts';
import { headingId } from '../../../content/entries/heading-id.ts';
import { groupBy } from '../../../diagnostics/collections/group-by.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { ImportedEntry } from '../imported.ts';
import { LONGEST_ID } from '../longest-id.ts';
import { entryAsMarkdown } from './entry-as-markdown.ts';
import type { SourceRecord } from './import-record.ts';
import { matchEdited } from './match-edited.ts';

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

/**
 * Gives entries their ids in the pack: those of an earlier import of the same source, also where a heading was edited since,
 * and otherwise new ones that nothing else has.
 */
export function chooseIds(entries: readonly ImportedEntry[], known: KnownEntries): NamedEntry[] {
  const { earlier, lang } = known;
  const chosen = new Map<ImportedEntry, string>();
  const used = new Set<string>();
  const take = (entry: ImportedEntry, key: string) => {
    chosen.set(entry, key.slice(entry.kind.length + 1));
    used.add(key);
  };
  const isFree = (key: string) => ownValue(earlier, key) !== undefined && !used.has(key);
  const wanted = new Map(entries.map((entry) => [entry, wantedId(entry, lang)]));
  const byName = groupBy(Object.keys(earlier), (key) => `${kindOf(key)}/${ownValue(earlier, key)?.from}`);
  for (const entry of entries) {
    const own = `${entry.kind}/${wanted.get(entry)}`;
    if (entry.id === undefined) {
      if (isFree(own) && ownValue(earlier, own)?.from === undefined) take(entry, own);
      continue;
    }
    // Each is passed once, however many entries the source calls by one name.
    const named = byName.get(`${entry.kind}/${entry.id}`) ?? [];
    const key = named.shift();
    if (key !== undefined) take(entry, key);
  }
  const unnamed = entries.filter((entry) => entry.id === undefined && !chosen.has(entry));
  matchEarlier(unnamed, known, isFree, take);
  const idFor = newIds(known, used);
  for (const entry of entries)
    if (!chosen.has(entry)) take(entry, `${entry.kind}/${idFor(entry, wanted.get(entry)!)}`);
  return entries.map((entry) => {
    const id = chosen.get(entry)!;
    return { entry, id, key: `${entry.kind}/${id}`, from: entry.id, wanted: wanted.get(entry)! };
  });
}

const kindOf = (key: string): string => key.slice(0, key.indexOf('/'));

/** The id of an entry if nothing else has it. */
function wantedId({ id, name }: ImportedEntry, lang: string | undefined): string {
  const whole = (id === undefined ? '' : slug(id, lang)) || headingId(name, lang) || 'entry';
  if (whole.length <= LONGEST_ID) return whole;
  return whole
    .slice(0, LONGEST_ID + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, LONGEST_ID);
}

/**
 * Finds entries without ids of their own that an earlier import wrote under another heading, or under one that several have:
 * first those in the same words, then those that were edited.
 */
function matchEarlier(
  entries: readonly ImportedEntry[],
  { earlier, written }: KnownEntries,
  isFree: (key: string) => boolean,
  take: (entry: ImportedEntry, key: string) => void,
): void {
  const before = Object.keys(earlier).flatMap((key) => {
    const text = written.get(key);
    const isOpen = text !== undefined && isFree(key) && ownValue(earlier, key)?.from === undefined;
    return isOpen ? [{ one: key, text }] : [];
  });
  const alike = groupBy(before, ({ one, text }) => `${kindOf(one)}/${withoutId(text)}`);
  const rest = entries.flatMap((entry) => {
    const text = entryAsMarkdown(entry, 'x');
    const same = alike.get(`${entry.kind}/${withoutId(text)}`)?.shift();
    if (same) take(entry, same.one);
    return same ? [] : [{ one: entry, text }];
  });
  const left = groupBy(
    before.filter(({ one }) => isFree(one)),
    ({ one }) => kindOf(one),
  );
  for (const [kind, now] of groupBy(rest, ({ one }) => one.kind))
    for (const [entry, key] of matchEdited(now, left.get(kind) ?? [])) take(entry, key);
}

/** An entry as it is written, but for its id. */
const withoutId = (text: string): string => text.replace(/^(.*\nid:) .*/, '$1').trimEnd();

/**
 * Gives ids that nothing else has, with a number if they need one; and that of an entry which somebody has written in the
 * same words already.
 */
function newIds({ earlier, written }: KnownEntries, used: ReadonlySet<string>) {
  const isTaken = (key: string) => used.has(key) || ownValue(earlier, key) !== undefined;
  // By the id without its number, and the words.
  const sameWords = new Map<string, string[]>();
  for (const [key, text] of written) {
    if (ownValue(earlier, key) !== undefined) continue;
    const words = withoutId(text);
    for (const base of [key, /^(.*)-(?:[2-9]|[1-9]\d+)$/s.exec(key)?.[1]])
      if (base !== undefined) {
        const keys = sameWords.get(`${base}\n${words}`);
        if (keys) keys.push(key);
        else sameWords.set(`${base}\n${words}`, [key]);
      }
  }
  /** The first number that may be free, so that none is tried again for each entry of one name. */
  const next = new Map<string, number>();
  return (entry: ImportedEntry, wanted: string): string => {
    const base = `${entry.kind}/${wanted}`;
    const idOf = (number: number) => (number === 1 ? wanted : `${wanted}-${number}`);
    const keyOf = (number: number) => `${entry.kind}/${idOf(number)}`;
    let number = next.get(base) ?? 1;
    while (isTaken(keyOf(number)) || written.has(keyOf(number))) number++;
    next.set(base, number);
    const same = sameWords.get(`${base}\n${withoutId(entryAsMarkdown(entry, 'x'))}`) ?? [];
    while (same[0] !== undefined && isTaken(same[0])) same.shift();
    const there = same[0]?.slice(entry.kind.length + 1);
    // What is numbered higher than a free number was not made by an import.
    const isBefore =
      there !== undefined && (there === wanted || Number(there.slice(wanted.length + 1)) < number);
    return isBefore ? there : idOf(number);
  };
}
