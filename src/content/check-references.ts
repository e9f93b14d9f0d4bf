import type { Report } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Entry, Pack } from './entry.ts';
import { type Kind, referredKinds } from './kind.ts';
import { NARRATOR } from './literature.ts';

/** Reports every field that refers to an entry which the pack does not have. */
export function checkReferences(pack: Pack, kinds: readonly Kind[], report: Report): void {
  const all = [pack.about, ...Object.values(pack.entries).flat()];
  const idsOf = (kind: string): readonly string[] => pack.entries[kind]?.map((entry) => entry.id) ?? [];
  for (const entry of all) {
    const kind = kinds.find((candidate) => candidate.name === entry.kind);
    for (const [field, schema] of Object.entries(kind?.fields.shape ?? {})) {
      const wanted = referredKinds(schema);
      if (!wanted) continue;
      const value = entry.fields[field];
      const ids = Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
      const known = wanted.flatMap(idsOf);
      ids.forEach((id, index) => {
        if (known.includes(id) || (field === 'speaker' && id === NARRATOR)) return;
        const where = placeOfItem(entry, field, index);
        const hint = suggest(id, field === 'speaker' ? [...known, NARRATOR] : known);
        report.add(
          'reference-unknown',
          where,
          `“${field}” names “${id}”, but the pack has no such entry among its ${wanted.join(' or ')}.`,
          hint,
        );
      });
    }
  }
}

const placeOfItem = (entry: Entry, field: string, index: number) =>
  entry.places[`${field}.${index}`] ?? entry.places[field] ?? entry.at;
