import type * as z from 'zod';
import { type EntryKind, referredKinds } from '../../content/kinds/entry-kind.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { schemaAt } from '../../diagnostics/field-schema.ts';
import { jsonSchema } from '../../diagnostics/json-schema.ts';
import { FORM_WORDS } from '../wording/form-words.ts';
import { bodyParts } from './body-parts.ts';
import type { Choice, EntryForm, FieldInput, FormPart } from './entry-form.ts';
import { asSentence, labelOf } from './field-words.ts';
import { fieldsOf, type Written } from './fields-of.ts';
import { type EntriesOfFile, type EntryText, fileEntries } from './file-entries.ts';
import { inputOf } from './input-of.ts';
import type { JsonField } from './json-field.ts';

/** What a pack has to choose from, by the names of kinds or fields. */
export type ChoicesOfPack = Readonly<Record<string, readonly Choice[]>>;

/** How many groups of a list somebody has on the page, by the path of the list. */
export type RowsOnPage = (name: string) => number;

/**
 * Describes an entry as a form: a field for each that its kind has, with what the file says. Of a list of groups there is
 * one more, for a new one; or as many as there are on a page already.
 * @param text the file, with line ends as `\n`
 * @param index which entry of the file, from 0
 * @returns undefined if there is no such entry, or if its fields can't be read
 */
export function describeForm(
  kind: EntryKind,
  text: string,
  index: number,
  choices: ChoicesOfPack,
  rows: RowsOnPage = () => 0,
): EntryForm | undefined {
  const file = fileEntries(text);
  const entry = file?.entries[index];
  return file && entry && formOf(kind, text, file, entry, { schema: kind.fields, choices, rows });
}

function formOf(
  kind: EntryKind,
  text: string,
  { blanked }: EntriesOfFile,
  { heading, fields, body }: EntryText,
  context: Context,
): EntryForm | undefined {
  const written = fieldsOf(blanked.slice(fields.from, fields.to));
  if (!written) return undefined;
  const values = new Map(written.map(({ name, value }) => [name, value]));
  const json = schemaOf(kind);
  const { properties = {} } = json;
  const required = json.required ?? [];
  const all = Object.entries(properties).flatMap(([name, field]): { part: FormPart; isShown: boolean }[] => {
    const value = values.get(name);
    // The heading of an entry is its name or its title, unless it has a field for it.
    const isInHeading = heading !== undefined && (name === 'name' || name === 'title');
    if (isInHeading && value === undefined) return [];
    const isNeeded = required.includes(name) && !isInHeading;
    const part = partOf([name], field, value, isNeeded, context);
    return [{ part, isShown: isNeeded || value !== undefined }];
  });
  const id = values.get('id');
  const idField: FormPart = {
    kind: 'field',
    name: 'id',
    label: FORM_WORDS.id,
    help: FORM_WORDS.idHelp,
    isNeeded: false,
    input: inputOf({ type: 'string' }, id, undefined),
  };
  if (heading !== undefined) all.push({ part: idField, isShown: id !== undefined });
  return {
    singular: ownValue(FORM_WORDS.singulars, kind.name) ?? kind.singular,
    ...(heading !== undefined && { heading: heading.text }),
    headingLabel: ownValue(FORM_WORDS.headings, kind.name) ?? FORM_WORDS.heading,
    bodyLabel: ownValue(FORM_WORDS.texts, kind.name) ?? FORM_WORDS.text,
    parts: all.flatMap(({ part, isShown }) => (isShown ? [part] : [])),
    more: all.flatMap(({ part, isShown }) => (isShown ? [] : [part])),
    ...bodyOf(kind, text.slice(body.from, body.to), blanked.slice(body.from, body.to), heading !== undefined),
  };
}

/** The text of an entry, in its parts if it is in a file of its own. One with headings of its own is shown as it is. */
function bodyOf(
  kind: EntryKind,
  body: string,
  blanked: string,
  isInCollection: boolean,
): Pick<EntryForm, 'body' | 'bodyHelp' | 'sections'> {
  const bodyHelp = ownValue(FORM_WORDS.textHelps, kind.name) ?? FORM_WORDS.textHelp;
  const parts = isInCollection ? undefined : bodyParts(body, blanked, kind.sections);
  if (!parts) return { body, bodyHelp, sections: [] };
  const there = parts.sections.map((section) => ({ ...section, isThere: true }));
  const missing = kind.sections.filter((heading) => !there.some((one) => one.heading === heading));
  return {
    body: parts.intro,
    bodyHelp,
    sections: [...there, ...missing.map((heading) => ({ heading, text: '', isThere: false }))],
  };
}

/** Made once for each kind: it takes longer than the rest of a form. */
const schemas = new WeakMap<EntryKind, JsonField>();

function schemaOf(kind: EntryKind): JsonField {
  const schema = schemas.get(kind) ?? (jsonSchema(kind.fields, '') as JsonField);
  schemas.set(kind, schema);
  return schema;
}

interface Context {
  readonly schema: z.ZodType;
  readonly choices: ChoicesOfPack;
  readonly rows: RowsOnPage;
}

/** More groups in one list than anybody fills in. */
const MOST_ROWS = 100;

/** Describes a field, or a group of them. */
function partOf(
  path: readonly string[],
  field: JsonField,
  value: Written | undefined,
  isNeeded: boolean,
  context: Context,
): FormPart {
  const name = path.join('.');
  const key = path.at(-1)!;
  const label = labelOf(key);
  const group = (parts: readonly FormPart[]): FormPart => ({
    kind: 'group',
    name,
    label,
    help: helpOf(field, undefined, []),
    parts,
  });
  if (field.properties && (value === undefined || isFields(value)))
    return group(partsOf(path, field, value, context));
  const { items } = field;
  const list = value === undefined || value === '' ? [] : value;
  if (items?.properties && Array.isArray(list) && list.every(isFields)) {
    const missing = Math.max(1, Math.min(context.rows(name), MOST_ROWS) - list.length);
    return group(
      [...list, ...Array<undefined>(missing).fill(undefined)].map((one, index): FormPart => {
        const inner = [...path, String(index)];
        const isNew = one === undefined;
        return {
          kind: 'group',
          name: inner.join('.'),
          label: isNew
            ? FORM_WORDS.another(singularOf(label))
            : FORM_WORDS.numbered(singularOf(label), index + 1),
          help: '',
          parts: partsOf(inner, items, one, context),
          ...(isNew && { isNew }),
        };
      }),
    );
  }
  const kinds = kindsFor(path, field, context);
  const entries = kinds?.flatMap((kind) => ownValue(context.choices, kind) ?? []);
  const input = inputOf(field, value, entries);
  const own = ownValue(FORM_WORDS.helps, key);
  const said = own === undefined ? field : { ...field, description: own };
  const refers = own === undefined || (entries ?? []).length === 0 ? kinds : undefined;
  return { kind: 'field', name, label, help: helpFor(said, input, refers, entries), isNeeded, input };
}

/** The fields of a group. None is needed in one that is not there yet. */
function partsOf(
  path: readonly string[],
  { properties = {}, required = [] }: JsonField,
  value: Written | undefined,
  context: Context,
): FormPart[] {
  const values = isFields(value) ? value : {};
  return Object.entries(properties).map(([name, field]) =>
    partOf(
      [...path, name],
      field,
      ownValue(values, name),
      value !== undefined && required.includes(name),
      context,
    ),
  );
}

const isFields = (value: Written | undefined): value is { readonly [name: string]: Written } =>
  typeof value === 'object' && !Array.isArray(value);

const singularOf = (label: string): string => label.replace(/s$/, '');

/**
 * The kinds that a field refers to. One that is called like a kind of the pack names its entries, unless it has words of its
 * own to choose from.
 */
function kindsFor(
  path: readonly string[],
  field: JsonField,
  { schema, choices }: Context,
): readonly string[] | undefined {
  const own = schemaAt(schema, path);
  const kinds = own && referredKinds(own);
  if (kinds) return kinds;
  const key = path.at(-1)!;
  const isText = field.type === 'string' || field.items?.type === 'string' || field.anyOf !== undefined;
  const hasWords = field.enum !== undefined || field.items?.enum !== undefined;
  return isText && !hasWords && ownValue(choices, key) !== undefined ? [key] : undefined;
}

/** What is said below the label of a field. */
function helpFor(
  field: JsonField,
  input: FieldInput,
  kinds: readonly string[] | undefined,
  entries: readonly Choice[] | undefined,
): string {
  const w = FORM_WORDS;
  if (input.kind === 'written') return w.onlyInText;
  const isChosen = input.kind === 'choice' || input.kind === 'choices';
  const more: string[] = [];
  if (input.kind === 'list') more.push(w.onePerLine);
  if (input.kind === 'date') more.push(w.dateHelp);
  const [example] = field.examples ?? [];
  const isShort = input.kind === 'line' || input.kind === 'text' || input.kind === 'number';
  if (example !== undefined && isShort) more.push(w.example(String(example)));
  if (!kinds || !isChosen) return helpOf(field, input, more);
  const names = inOneSentence(kinds);
  return (entries ?? []).length === 0 ? w.nothingToChoose(names) : w.chooseFrom(names);
}

/** Gives names as a list in a sentence: “chapters, books or events”. */
const inOneSentence = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${FORM_WORDS.or}${names.at(-1)}`;

/** The description of a field as sentences, without what its choices or its input say already. */
function helpOf(
  { description = '' }: JsonField,
  input: FieldInput | undefined,
  more: readonly string[],
): string {
  const isSaid =
    description.startsWith('one of ') || (input?.kind === 'date' && description === 'year, month and day');
  return [isSaid ? '' : asSentence(description), ...more].filter((part) => part !== '').join(' ');
}
