import * as z from 'zod';

const count = () => z.int().min(0);

/** One file to print. */
const fileSchema = z.strictObject({
  file: z.string().describe('its path, relative to the pack’s output folder'),
  title: z.string().describe('its title, to tell it from other files of the product'),
  for: z.enum(['pupils', 'teacher']),
  copies: count(),
  pages: count().describe('sides of sheets, including blank ones'),
  sheets: count().describe('of paper, in one copy'),
  total: count().describe('sheets in all copies'),
  sides: z
    .enum(['one-sided', 'long-edge', 'short-edge'])
    .describe('one-sided, or the edge that sheets are flipped on'),
  paper: z.string().describe('a4, letter and so on, or width x height in millimetres'),
  ink: z.enum(['black', 'colour']),
  finish: z.enum(['none', 'staple', 'cut', 'fold-and-cut', 'stack', 'fold', 'fold-and-staple', 'poster']),
  booklet: count().optional().describe('sheets in one copy as a booklet, if those are fewer'),
  grid: z.string().optional().describe('columns x rows of the pieces to cut or glue'),
});

/** The JSON file beside a print list. */
export const printListSchema = z.strictObject({
  pack: z.string(),
  title: z.string(),
  pupils: count(),
  sheets: count().describe('of paper, for all copies of all files'),
  products: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      description: z.string(),
      sheets: count(),
      files: z.array(fileSchema),
    }),
  ),
  schedule: z.array(
    z.strictObject({
      name: z.string(),
      date: z.string().nullable().describe('year, month and day; null if the first day is not known'),
      chapters: z.array(z.string()),
    }),
  ),
});

/** The files of a pack with instructions for printing them, for the person at the copier. */
export type PrintList = z.output<typeof printListSchema>;
export type PrintListFile = z.output<typeof fileSchema>;
