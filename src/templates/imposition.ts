import * as z from 'zod';
import { decimalNumber, yesOrNo } from '../diagnostics/yaml/check-yaml.ts';

/** The ways of arranging pages on sheets. */
export const IMPOSITIONS = [
  'cards',
  'bookmarks',
  'booklet',
  'cut-stack',
  '2-up',
  '4-up',
  '6-up',
  '8-up',
  'poster',
] as const;

/** Sizes of posters, as they are written after `poster-`. */
const POSTER_NAMES = ['a3', 'a2', 'a1', 'a0'] as const;

/** A poster with its size or its grid of sheets: `poster-a2`, `poster-3x2`. */
const POSTER = /^poster-(?:([1-9]x[1-9])|(a[0-3]))$/;

/** How pages are arranged on sheets, in full. */
const impositionSchema = z.strictObject({
  as: z.enum(IMPOSITIONS).default('cards'),
  grid: z
    .string()
    .regex(/^[1-9]x[1-9]$/, 'expected columns x rows')
    .describe('columns x rows, for example 2x4')
    .optional(),
  /** The size of a poster once its sheets are glued; by default as large as the grid of sheets allows (2x2). */
  size: z.enum(POSTER_NAMES).optional(),
  /** The name of a card size, or width x height in millimetres. Without a grid, the sheet takes as many as fit. */
  card: z.string().min(1).optional(),
  margin: decimalNumber(0).describe('a number of millimetres').default(10),
  marks: z.enum(['crop', 'none']).default('crop'),
  /** Where backs are printed, if every second page is the back of the one before: behind it, or beside it to be folded. */
  backs: z.enum(['none', 'behind', 'fold']).default('none'),
  /** The edge on which the printer turns two-sided sheets. */
  duplex: z.enum(['long-edge', 'short-edge']).optional(),
  /** Whether pages are laid out at full paper size and scaled down: from A4 to A5, or from Letter to half Letter. */
  scale: yesOrNo().default(false),
});

export type Imposition = z.output<typeof impositionSchema>;

/** Whether a word names a way of arranging pages on sheets, as a product or `--impose` may give it. */
export const isImposition = (written: string): boolean =>
  POSTER.test(written) || IMPOSITIONS.some((way) => way === written);

/** Gives an imposition in full, with defaults if only its name is written. */
export function impositionOf(written: Imposition | string): Imposition {
  if (typeof written !== 'string') return written;
  const [, grid, size] = POSTER.exec(written) ?? [];
  if (grid === undefined && size === undefined) return impositionSchema.parse({ as: written });
  return impositionSchema.parse({ as: 'poster', ...(grid && { grid }), ...(size && { size }) });
}

/** The field `imposition` of front matter: an imposition in full, or its name alone. */
export const impositionFieldSchema = z.union([
  z.enum([...IMPOSITIONS, ...POSTER_NAMES.map((size) => `poster-${size}` as const)]),
  impositionSchema,
]);
