import * as z from 'zod';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { EntryKind } from './entry-kind.ts';

/** Gives a kind whose entries may leave out fields for which there is a value already. */
export function withDefaults(kind: EntryKind, defaults: Readonly<Record<string, string>> = {}): EntryKind {
  const fields = Object.entries(defaults).flatMap(([name, value]) => {
    const field = ownValue<unknown>(kind.fields.shape, name);
    return field instanceof z.ZodType ? [[name, field.default(value)] as const] : [];
  });
  return fields.length === 0 ? kind : { ...kind, fields: kind.fields.extend(Object.fromEntries(fields)) };
}
