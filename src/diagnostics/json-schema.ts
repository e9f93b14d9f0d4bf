import * as z from 'zod';

/**
 * Converts a schema of front matter to JSON Schema, for editors. It describes what an author may write: fields with a
 * default are optional, and numbers are numbers.
 */
export function jsonSchema(schema: z.ZodType, title: string): Record<string, unknown> {
  return { ...convert(schema), title };
}

function convert(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    // Editors read draft 7.
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema: made }) {
      // A field that is converted from text, for instance to a number, is described by the result.
      const { def } = zodSchema._zod;
      if (def.type !== 'pipe' || !(def.in instanceof z.ZodTransform)) return;
      const { $schema: _, ...inner } = convert(def.out as z.ZodType);
      Object.assign(made, inner);
    },
  }) as Record<string, unknown>;
}
