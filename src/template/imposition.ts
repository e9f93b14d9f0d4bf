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
] as const;

/** Pages on sheets: the name of a way alone will do. */
export const impositionSchema = z.strictObject({
  as: z.enum(IMPOSITIONS).default('cards'),
  grid: z
    .string()
    .regex(/^[1-9]x[1-9]$/, 'expected columns x rows')
    .describe('columns x rows, for instance 2x4')
    .optional(),
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

/** A product's imposition in full, where only the name of a way is given. */
export const impositionOf = (written: Imposition | (typeof IMPOSITIONS)[number]): Imposition =>
  typeof written === 'string' ? impositionSchema.parse({ as: written }) : written;
