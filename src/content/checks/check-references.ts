import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Report } from '../../diagnostics/report.ts';
import { type Entry, slug } from '../entries/entry.ts';
import { suggestId } from '../entries/suggest-id.ts';
import type { UnreadEntries } from '../entries/unread-entries.ts';
import { type EntryKind, referredKinds } from '../kinds/entry-kind.ts';
import { NARRATOR } from '../kinds/narrator.ts';

/**
 * Reports every field that refers to an entry the pack does not have, and, for kinds that await a reference, entries
 * that nothing refers to.
 * @param entries all entries of the pack, of every kind
 * @param unread entries that exist but could not be read: references to them are not reported
 */
export function checkReferences(
  entries: readonly Entry[],
  kinds: readonly EntryKind[],
  unread: UnreadEntries,
  report: Report,
): void {
  const referringFields = new Map(kinds.map((kind) => [kind.name, fieldsThatRefer(kind, entries)]));
  const referred = new Set<string>();
  for (const entry of entries) {
    for (const { field, targetKinds, known } of referringFields.get(entry.kind) ?? []) {
      const value = ownValue(entry.fields, field);
      const named = Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
      for (const name of targetKinds)
        for (const id of named) if (entry.kind !== name || entry.id !== id) referred.add(`${name}/${id}`);
      named.forEach((id, index) => {
        if (known.has(id) || targetKinds.some((name) => unread.excuses(name, id))) return;
        const where =
          ownValue(entry.places, `${field}.${index}`) ?? ownValue(entry.places, field) ?? entry.at;
        const message = `“${field}” names “${id}”, but there is no “${id}” in the pack’s ${inWords(targetKinds)}.`;
        const hint = idOfName(id, targetKinds, entries) ?? suggestId(id, [...known], targetKinds);
        report.add('reference-unknown', where, message, hint);
      });
    }
  }
  // Entries that could not be read may refer to anything.
  if (!unread.isEmpty()) return;
  for (const { kind, id, name, at } of entries) {
    const { awaitsReference, singular: one } = kinds.find((candidate) => candidate.name === kind) ?? {};
    if (!awaitsReference || referred.has(`${kind}/${id}`)) continue;
    const hint = `Name “${id}” in a quotation, a question or a “see” field, so that readers can find it from there.`;
    report.add('unreferenced', at, `Nothing refers to the ${one} “${name}”.`, hint);
  }
}

/** `characters`, `characters or people`, `characters, people or themes`. */
const inWords = (kinds: readonly string[]): string =>
  [kinds.slice(0, -1).join(', '), ...kinds.slice(-1)].filter(Boolean).join(' or ');

/** A hint for a reference that gives the name of an entry, or another name of it, in place of its id. */
function idOfName(written: string, kinds: readonly string[], entries: readonly Entry[]): string | undefined {
  const plain = (name: string) => slug(name).replace(/^(the|a|an)-(?=.)/, '') || name.trim();
  const named = entries.find(
    ({ kind, name, fields }) =>
      kinds.includes(kind) && [name, ...aliasesOf(fields)].some((one) => plain(one) === plain(written)),
  );
  if (!named) return undefined;
  const { id, name } = named;
  return slug(name) === id && name === written
    ? `Write its id: “${id}”.`
    : `Did you mean “${id}”? That is the id of “${name}”.`;
}

const aliasesOf = (fields: object): string[] => {
  const aliases = ownValue<unknown>(fields as Record<string, unknown>, 'aliases');
  return Array.isArray(aliases) ? aliases.map(String) : [];
};

/** The fields of a kind that refer to other entries, and the ids that they may name. */
function fieldsThatRefer(kind: EntryKind, entries: readonly Entry[]) {
  return Object.entries(kind.fields.shape).flatMap(([field, schema]) => {
    const targetKinds = referredKinds(schema);
    if (!targetKinds) return [];
    const idsOf = (name: string) => entries.flatMap((entry) => (entry.kind === name ? [entry.id] : []));
    const known = new Set([...targetKinds.flatMap(idsOf), ...(field === 'speaker' ? [NARRATOR] : [])]);
    return [{ field, targetKinds, known }];
  });
}
