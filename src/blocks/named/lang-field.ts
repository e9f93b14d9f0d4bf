import * as z from 'zod';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';

/** A field for the language of a part of a block, if it is not that of the pack. Templates paste it from an entry. */
export const langField = (description: string) =>
  z
    .preprocess(
      (value) => (typeof value === 'string' ? withoutOriginMarks(value) : value),
      z
        .string()
        .regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'expected a language code')
        .optional(),
    )
    .describe(description);
