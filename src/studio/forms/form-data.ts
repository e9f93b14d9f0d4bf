import {
  BODY_NAME,
  type EntryForm,
  FIELD_PREFIX,
  type FieldInput,
  type FormData,
  type FormField,
  type FormPart,
  HEADING_NAME,
  SECTION_PREFIX,
} from './entry-form.ts';

/** Gives what a browser sends of a form in which nothing was changed. */
export function formData(form: EntryForm): FormData {
  const data = new Map<string, readonly string[]>();
  if (form.heading !== undefined) data.set(HEADING_NAME, [form.heading]);
  for (const { name, input } of fieldsIn([...form.parts, ...form.more]))
    for (const [key, values] of dataOf(FIELD_PREFIX + name, input)) data.set(key, values);
  data.set(BODY_NAME, [form.body]);
  for (const { heading, text } of form.sections) data.set(SECTION_PREFIX + heading, [text]);
  return Object.fromEntries(data);
}

/** All fields of some parts, those in groups too. */
export const fieldsIn = (parts: readonly FormPart[]): FormField[] =>
  parts.flatMap((part) => (part.kind === 'field' ? [part] : fieldsIn(part.parts)));

function dataOf(name: string, input: FieldInput): [string, readonly string[]][] {
  switch (input.kind) {
    case 'written':
      return [];
    case 'list':
      return [[name, [input.values.join('\n')]]];
    case 'choices':
      return [[name, input.values]];
    case 'pairs':
      return [
        [`${name}.name`, input.pairs.map(([one]) => one)],
        [`${name}.value`, input.pairs.map(([, one]) => one)],
      ];
    default:
      return [[name, [input.value]]];
  }
}
