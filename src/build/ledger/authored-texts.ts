import type { Entry } from '../../content/entries/entry.ts';
import type { EntryKind } from '../../content/kinds/entry-kind.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { type PaperField, paperFields } from './paper-fields.ts';

/** A text of an entry whose words are for paper. */
export interface AuthoredText {
  readonly text: string;
  readonly at: Place;
  readonly part: TextPart;
}

/** The field that holds a text, the slug of its section, or what else it is. */
export type TextPart =
  | { readonly field: string }
  | { readonly section: string }
  | { readonly is: 'heading' | 'text' };

/** Lists every text of an entry that is for paper: its heading, its fields but for data, its text and its sections. */
export function authoredTexts(entry: Entry, kind: EntryKind): AuthoredText[] {
  const { name, id, fields, at, body, sections } = entry;
  const texts: AuthoredText[] = [];
  // A heading may be nothing but an id: “opening-lines”.
  const isData = 'name' in fields || 'title' in fields || kind.headingIsData !== undefined || name === id;
  if (!isData) texts.push({ text: name, at, part: { is: 'heading' } });
  for (const [name, field] of paperFields(kind.fields.shape))
    addTexts(field, ownValue(fields as Readonly<Record<string, unknown>>, name), name, entry, texts);
  texts.push({ ...body, part: { is: 'text' } });
  for (const [section, passage] of Object.entries(sections)) texts.push({ ...passage, part: { section } });
  return texts.filter(({ text }) => text !== '');
}

/** Adds the texts in a field's value that are for paper. */
function addTexts(
  field: PaperField,
  value: unknown,
  path: string,
  entry: Entry,
  texts: AuthoredText[],
): void {
  if (field === 'text') {
    if (typeof value !== 'string') return;
    const [name = path] = path.split('.');
    const at = ownValue(entry.places, path) ?? ownValue(entry.places, name) ?? entry.at;
    texts.push({ text: value, at, part: { field: name } });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    const within = 'each' in field ? field.each : field.named.get(key);
    if (within) addTexts(within, one, `${path}.${key}`, entry, texts);
  }
}
