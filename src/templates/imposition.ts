import * as z from 'zod';
import { decimalNumber, yesOrNo } from '../diagnostics/check-yaml.ts';

/** Ways in which pages can stand on sheets. */
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

/** Sizes of posters, as they may stand after `poster-`. */
export const POSTER_NAMES = ['a3', 'a2', 'a1', 'a0'] as const;

/** A way with what there is to say of it: `poster-a2`, `poster-3x2`. */
const POSTER = /^poster-(?:([1-9]x[1-9])|(a[0-3]))$/;

/** Pages on sheets: the name of a way alone will do. */
export const impositionSchema = z.strictObject({
  as: z.enum(IMPOSITIONS).default('cards'),
  grid: z
    .string()
    .regex(/^[1-9]x[1-9]$/, 'expected columns x rows')
    .describe('columns x rows, for instance 2x4')
    .optional(),
  /** How large a poster is, when its sheets are glued; without it, as large as the grid of sheets allows (2x2). */
  size: z.enum(POSTER_NAMES).optional(),
  /** The name of a size of card, or width x height in millimetres; without a grid, as many as the sheet holds. */
  card: z.string().min(1).optional(),
  margin: decimalNumber(0).describe('a number of millimetres').default(10),
  marks: z.enum(['crop', 'none']).default('crop'),
  /** Whether every second page is the back of the one before it: printed behind it, or beside it to be folded over. */
  backs: z.enum(['none', 'behind', 'fold']).default('none'),
  /** The edge about which the printer turns sheets that have backs. */
  duplex: z.enum(['long-edge', 'short-edge']).optional(),
  /** Whether pages are laid out on the whole paper and made smaller: from A4 to A5, and from Letter to its half. */
  scale: yesOrNo().default(false),
});

/** What a product says of its sheets, in full. */
export type Imposition = z.output<typeof impositionSchema>;

/** A way to put pages on sheets in one word, as a product or a flag may name it. */
export const wayNamed = (written: string): boolean =>
  POSTER.test(written) || IMPOSITIONS.some((way) => way === written);

/** A product's imposition in full, where only the name of a way is given. */
export function impositionOf(written: Imposition | string): Imposition {
  if (typeof written !== 'string') return written;
  const [, grid, size] = POSTER.exec(written) ?? [];
  if (grid === undefined && size === undefined) return impositionSchema.parse({ as: written });
  return impositionSchema.parse({ as: 'poster', ...(grid && { grid }), ...(size && { size }) });
}

/** What may stand for an imposition in front matter: all of it, or the name of a way. */
export const imposedSchema = z.union([
  z.enum([...IMPOSITIONS, ...POSTER_NAMES.map((size) => `poster-${size}` as const)]),
  impositionSchema,
]);
