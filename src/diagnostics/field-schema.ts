import * as z from 'zod';
import { ownValue } from './collections/own-value.ts';

/** The schema at a path, without `optional`, `default` and `nullable` around it, but with what they say of it. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let here: z.ZodType | undefined = unwrap(schema);
  for (const key of path) {
    if (here instanceof z.ZodPipe) here = here.out as z.ZodType;
    if (here instanceof z.ZodObject) here = ownValue(here.shape, String(key)) as z.ZodType | undefined;
    else if (here instanceof z.ZodArray) here = here.element as z.ZodType;
    else if (here instanceof z.ZodRecord) here = here.valueType as z.ZodType;
    else return undefined;
    if (here) here = unwrap(here);
  }
  return here;
}

function unwrap(schema: z.ZodType): z.ZodType {
  let here = schema;
  while (here instanceof z.ZodOptional || here instanceof z.ZodDefault || here instanceof z.ZodNullable)
    here = withMeta(here.unwrap() as z.ZodType, here.meta());
  return here;
}

/** What authors may write in place of the values of a choice. A registry passes this on to copies of the schema. */
const synonyms = z.registry<Readonly<Record<string, string>>>();

/** Gives a choice other names for its values (without spaces and hyphens), which are suggested in a hint but not accepted. */
export function withSynonyms<T extends z.ZodEnum>(schema: T, others: Readonly<Record<string, string>>): T {
  synonyms.add(schema, others);
  return schema;
}

/** The value of a choice that another name for it stands for; case, hyphens and spaces do not matter. */
export function synonymOf(schema: z.ZodType | undefined, written: string): string | undefined {
  const known = schema && synonyms.get(schema);
  return (
    known &&
    ownValue(
      known,
      written
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, ''),
    )
  );
}

/** Gives a schema the description and examples of what is around it, unless it has some of its own. */
const withMeta = (schema: z.ZodType, meta: z.GlobalMeta | undefined): z.ZodType =>
  meta && !schema.meta() ? schema.meta(meta) : schema;

/** The names of the fields that are allowed at a path. */
export function fieldNames(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const here = schemaAt(schema, path);
  if (here instanceof z.ZodObject) return Object.keys(here.shape);
  if (here instanceof z.ZodUnion)
    return here.options.flatMap((option) => (option instanceof z.ZodObject ? Object.keys(option.shape) : []));
  return [];
}

/** An example value for a field, as an author would write it: the example in its schema, or the first choice. */
export function exampleOf(schema: z.ZodType | undefined): string | undefined {
  const [example] = (schema?.meta()?.examples ?? []) as unknown[];
  if (example !== undefined) return String(example);
  return schema instanceof z.ZodEnum ? String(schema.options[0]) : undefined;
}
