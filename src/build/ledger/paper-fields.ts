import * as z from 'zod';
import { dataReason, referredKinds } from '../../content/kinds/entry-kind.ts';

/** Where in a field's value the texts are that are for paper: it is one, each value in it is, or those of some names are. */
export type PaperField =
  | 'text'
  | { readonly each: PaperField }
  | { readonly named: ReadonlyMap<string, PaperField> };

/** The fields of an object of fields that hold texts for paper, by their names. */
export function paperFields(shape: z.ZodRawShape): ReadonlyMap<string, PaperField> {
  const known = fieldsOf.get(shape) ?? namedFields(shape, 0);
  fieldsOf.set(shape, known);
  return known;
}

/** Found once for each kind of entry: schemas are slow to ask. */
const fieldsOf = new WeakMap<z.ZodRawShape, ReadonlyMap<string, PaperField>>();

/** No field has a value of more levels: `sections.0.pick.tag`. */
const MOST_LEVELS = 8;

const namedFields = (shape: z.ZodRawShape, level: number): ReadonlyMap<string, PaperField> =>
  new Map(
    Object.entries(shape).flatMap(([name, schema]): [string, PaperField][] => {
      const field = paperField(schema as z.ZodType, level);
      return field === undefined ? [] : [[name, field]];
    }),
  );

/** A text that no pattern binds is for paper: ids, formats, choices, numbers and what is marked as data are not. */
function paperField(schema: z.ZodType, level: number): PaperField | undefined {
  const bare = bareSchema(schema);
  if (isData(bare) || level > MOST_LEVELS) return undefined;
  if (bare instanceof z.ZodString) return bare.def.checks?.some(isFormat) === true ? undefined : 'text';
  if (bare instanceof z.ZodObject) {
    const named = namedFields(bare.shape, level + 1);
    return named.size === 0 ? undefined : { named };
  }
  const within =
    bare instanceof z.ZodArray ? bare.element : bare instanceof z.ZodRecord ? bare.valueType : undefined;
  const each = within && paperField(within as z.ZodType, level + 1);
  return each && { each };
}

const isData = (schema: z.ZodType): boolean =>
  dataReason(schema) !== undefined || referredKinds(schema) !== undefined;

/** Whether a text has to match a pattern, as languages, lengths and lines do. */
const isFormat = (check: z.core.$ZodCheck): boolean => check._zod.def.check === 'string_format';

/** The schema without what stands around it: a default, or whether it may be left out. */
function bareSchema(schema: z.ZodType): z.ZodType {
  let here = schema;
  for (;;) {
    if (isData(here)) return here;
    if (here instanceof z.ZodOptional || here instanceof z.ZodDefault || here instanceof z.ZodNullable)
      here = here.unwrap() as z.ZodType;
    else if (here instanceof z.ZodPipe) here = here.out as z.ZodType;
    else return here;
  }
}
