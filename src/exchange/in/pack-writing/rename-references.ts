import * as z from 'zod';
import { type EntryKind, referredKinds } from '../../../content/kinds/entry-kind.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { FieldData, ImportedEntry } from '../imported.ts';

/**
 * Changes ids in the fields of an entry that name other entries of the same source.
 * @param renamed gives the id in the pack of an entry of a kind; undefined if the source has none with that id
 */
export function renameReferences(
  entry: ImportedEntry,
  kind: EntryKind | undefined,
  renamed: (kind: string, id: string) => string | undefined,
): ImportedEntry {
  const change = (value: FieldData, kinds: readonly string[]): FieldData => {
    if (Array.isArray(value)) return value.map((one: FieldData) => change(one, kinds));
    if (typeof value !== 'string') return value;
    return kinds.map((one) => renamed(one, value)).find((id) => id !== undefined) ?? value;
  };
  const fields = Object.entries(entry.fields).map(([name, value]) => {
    const schema = kind && ownValue<unknown>(kind.fields.shape, name);
    const kinds = schema instanceof z.ZodType ? referredKinds(schema) : undefined;
    return [name, kinds ? change(value, kinds) : value] as const;
  });
  return { ...entry, fields: Object.fromEntries(fields) };
}
