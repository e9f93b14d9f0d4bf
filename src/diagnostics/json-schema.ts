import * as z from 'zod';

/**
 * A schema of front matter as JSON Schema, for editors: what an author may write, so that fields with a default may be
 * left out, and numbers are numbers.
 */
export function jsonSchema(schema: z.ZodType, title: string): Record<string, unknown> {
  return { ...convert(schema), title };
}

function convert(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    // Draft 7 is what editors' checkers read.
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema: made }) {
      // What is turned from text into a number or a list is described by what it is turned into.
      const { def } = zodSchema._zod;
      if (def.type !== 'pipe' || !(def.in instanceof z.ZodTransform)) return;
      const { $schema: _, ...inner } = convert(def.out as z.ZodType);
      Object.assign(made, inner);
    },
  }) as Record<string, unknown>;
}
