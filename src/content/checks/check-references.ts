import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Entry } from '../entries/entry.ts';
import { suggestId } from '../entries/suggest-id.ts';
import type { UnreadEntries } from '../entries/unread-entries.ts';
import { type EntryKind, referredKinds } from '../kinds/entry-kind.ts';
import { NARRATOR } from '../kinds/literature-kinds.ts';

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
  const idsOf = (kind: string) => entries.flatMap((entry) => (entry.kind === kind ? [entry.id] : []));
  const ids = new Map(kinds.map((kind) => [kind.name, idsOf(kind.name)]));
  const referred = new Set<string>();
  for (const entry of entries) {
    const kind = kinds.find((candidate) => candidate.name === entry.kind);
    for (const [field, schema] of Object.entries(kind?.fields.shape ?? {})) {
      const targetKinds = referredKinds(schema);
      if (!targetKinds) continue;
      const value = ownValue(entry.fields, field);
      const named = Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
      const known = [
        ...targetKinds.flatMap((name) => ids.get(name) ?? []),
        ...(field === 'speaker' ? [NARRATOR] : []),
      ];
      for (const name of targetKinds)
        for (const id of named) if (entry.kind !== name || entry.id !== id) referred.add(`${name}/${id}`);
      named.forEach((id, index) => {
        if (known.includes(id) || targetKinds.some((name) => unread.excuses(name, id))) return;
        const where =
          ownValue(entry.places, `${field}.${index}`) ?? ownValue(entry.places, field) ?? entry.at;
        const message = `“${field}” names “${id}”, but the pack has no such entry among its ${targetKinds.join(' or ')}.`;
        report.add('reference-unknown', where, message, suggestId(id, known, targetKinds));
      });
    }
  }
  // Entries that could not be read may refer to anything.
  if (!unread.isEmpty()) return;
  for (const { kind, id, name, at } of entries) {
    const { awaitsReference, singular: one } = kinds.find((candidate) => candidate.name === kind) ?? {};
    if (!awaitsReference || referred.has(`${kind}/${id}`)) continue;
    const hint = `Name “${id}” where it belongs (a quotation, a question, a “see”): readers find it from there.`;
    report.add('unreferenced', at, `Nothing refers to the ${one} “${name}”.`, hint);
  }
}
