import * as z from 'zod';
import { formField, text } from '../../content/kinds/entry-kind.ts';
import { withSynonyms } from '../../diagnostics/field-schema.ts';
import { listOf, wholeNumber, yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import { KIND_SYNONYMS } from './kind-synonyms.ts';

const SPACE =
  /^(none|rest|(half|third|quarter) page|(lines )?\d{1,2}( lines?)?|((lined|squared|dotted|boxed|blank) )?\d{1,3} mm)$/;

/** The fields that an item, and each part of one, may have whatever its kind. */
const SHARED_FIELDS = {
  kind: z.string().optional(),
  marks: wholeNumber(1, 100).optional().describe('a whole number, such as 4'),
  objectives: z
    .union([z.string().min(1), z.array(z.string().min(1)), z.record(z.string(), wholeNumber(1, 100))])
    .optional()
    .meta({
      description: 'the id of an assessment objective, or several ids with their marks',
      examples: ['{ ao1: 2, ao2: 3 }'],
    }),
  space: z
    .string()
    .regex(SPACE, 'expected an amount of space')
    .optional()
    .meta({
      description:
        'a number of lines (6 lines), a height (60 mm; or lined, squared, dotted, boxed or blank 60 mm), part of a page (half page, third page, quarter page), rest for the rest of the page, or none',
      examples: ['6 lines'],
    }),
  form: formField(),
  shuffle: yesOrNo().default(true).describe('no to print options or steps in the order you write them'),
  words: listOf(text()).default([]).describe('helpful words, printed on support sheets'),
  starters: listOf(text()).default([]).describe('sentence starters, printed on support sheets'),
  extend: text().optional().describe('an extension prompt, printed on stretch sheets'),
};

/** What a task's author gave whatever its kind. */
export type TaskFields = z.output<z.ZodObject<typeof SHARED_FIELDS>>;

/** The part of a kind of question that the schema of a task is made from. */
export interface FieldsOfKind {
  readonly name: string;
  readonly fields: z.ZodRawShape;
}

/** The names of kinds of question as the values of a field. */
export const kindNames = (kinds: readonly FieldsOfKind[]) =>
  withSynonyms(z.enum(kinds.map(({ name }) => name)), KIND_SYNONYMS);

/**
 * The fields of an item, and of each part of one: those of every task, and those that the kinds add. Only the former are
 * in its type, since the latter depend on the table; a kind gets its own with their types, in `BodySource`.
 * @throws if two kinds give one name to different fields, or a kind adds a field that items of other kinds cannot leave out
 */
export function taskFields(kinds: readonly FieldsOfKind[]) {
  const { words, starters, extend, ...first } = SHARED_FIELDS;
  const added = new Map<string, z.core.$ZodType>();
  for (const { name, fields } of kinds)
    for (const [field, schema] of Object.entries(fields)) {
      if (Object.hasOwn(SHARED_FIELDS, field) || (added.get(field) ?? schema) !== schema)
        throw new Error(
          `The kind “${name}” adds a field “${field}”, which already exists with another meaning.`,
        );
      if (!z.safeParse(schema, undefined).success)
        throw new Error(
          `The kind “${name}” adds a field “${field}” that items of other kinds would then need.`,
        );
      added.set(field, schema);
    }
  const names = kinds.map(({ name }) => name).join(', ');
  return {
    ...first,
    kind: kindNames(kinds).optional().describe(`one of ${names}`),
    ...Object.fromEntries(added),
    words,
    starters,
    extend,
  };
}

/** The schema of the fields below the heading of a part. */
export const taskSchema = (kinds: readonly FieldsOfKind[]) => z.strictObject(taskFields(kinds));
