import * as z from 'zod';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { PAPER_SIZES } from '../../pages/paper-size.ts';
import { isImposition } from '../../templates/imposition.ts';

const PAPERS = PAPER_SIZES.map(({ name }) => name);

/** How somebody wants a file printed, as options of `build` say it. What is left out is as its product says. */
export const printChoicesSchema = z.object({
  paper: z.enum(PAPERS).optional(),
  style: z
    .string()
    .regex(/^[\w/-]{1,60}$/)
    .optional(),
  impose: z.string().refine(isImposition).optional(),
  grey: z.literal('yes').optional(),
  pupils: z.coerce.number().int().min(1).max(1000).optional(),
});

/** The same as options. */
export interface PrintChoices {
  readonly paper?: string;
  readonly style?: string;
  readonly impose?: string;
  readonly grey?: boolean;
  readonly pupils?: number;
}

/** Reads what the address of a page says. Words that mean nothing are passed over: an old address still shows its file. */
export function readPrintChoices(query: Readonly<Record<string, string>>): PrintChoices {
  const known = Object.keys(printChoicesSchema.shape).flatMap((field) => {
    const value = ownValue(query, field);
    const read = printChoicesSchema.safeParse({ [field]: value });
    return read.success && value ? [Object.entries(read.data)[0]!] : [];
  });
  const { grey, ...others } = Object.fromEntries(known) as z.output<typeof printChoicesSchema>;
  return Object.fromEntries(
    Object.entries({ ...others, grey: grey === 'yes' || undefined }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

/** The same choices as they are written in an address. */
export const choicesQuery = ({ grey, pupils, ...others }: PrintChoices): Record<string, string> => ({
  ...others,
  ...(grey && { grey: 'yes' }),
  ...(pupils !== undefined && { pupils: String(pupils) }),
});
