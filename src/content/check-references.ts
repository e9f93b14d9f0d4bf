import type { Report } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Entry } from './entry.ts';
import { type Kind, referredKinds } from './kind.ts';
import { NARRATOR } from './literature.ts';

/**
 * Reports every field that refers to an entry which the pack does not have.
 * @param entries all of the pack's, of every kind
 * @param unread entries that are there but could not be read, as `kind/id`
 */
export function checkReferences(
  entries: readonly Entry[],
  kinds: readonly Kind[],
  unread: ReadonlySet<string>,
  report: Report,
): void {
  const idsOf = (kind: string) => entries.flatMap((entry) => (entry.kind === kind ? [entry.id] : []));
  const ids = new Map(kinds.map((kind) => [kind.name, idsOf(kind.name)]));
  for (const entry of entries) {
    const kind = kinds.find((candidate) => candidate.name === entry.kind);
    for (const [field, schema] of Object.entries(kind?.fields.shape ?? {})) {
      const wanted = referredKinds(schema);
      if (!wanted) continue;
      const value = entry.fields[field];
      const named = Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
      const known = [
        ...wanted.flatMap((name) => ids.get(name) ?? []),
        ...(field === 'speaker' ? [NARRATOR] : []),
      ];
      named.forEach((id, index) => {
        if (known.includes(id) || wanted.some((name) => unread.has(`${name}/${id}`))) return;
        const where = entry.places[`${field}.${index}`] ?? entry.places[field] ?? entry.at;
        const message = `“${field}” names “${id}”, but the pack has no such entry among its ${wanted.join(' or ')}.`;
        report.add('reference-unknown', where, message, suggest(id, known));
      });
    }
  }
}
