import { isAuthored } from '../pack-context.ts';

/** The text of a value; empty for none. */
export const textOfValue = (value: unknown): string =>
  isAuthored(value) ? value.text : value === null || value === undefined ? '' : String(value);

/** Whether a value is an entry of a pack, or like one. */
export const isEntry = (value: unknown): value is { id: string } & Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';

/** A value as a list; empty for none. */
export const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];

/** A text that was made of a value: if an author wrote the value, it keeps its place. */
export const placedAs = (value: unknown, text: string) => (isAuthored(value) ? { text, at: value.at } : text);
