import * as z from 'zod';
import type { Place } from '../diagnostics/diagnostic.ts';
import { decimalNumber, listOf, oneOf, wholeNumber, yesOrNo } from '../diagnostics/yaml/check-yaml.ts';
import { impositionFieldSchema } from './imposition.ts';

/** A text file: its path as messages show it, and its name within its folder. */
export interface TextFile {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

const millimetres = () => decimalNumber(0).describe('a number of millimetres');

/** The words that are replaced when written in braces in the head or foot of pages. */
export const TOKENS = [
  'pack',
  'school',
  'product',
  'title',
  'code',
  'form',
  'section',
  'running',
  'page',
  'pages',
  'turn-over',
  'after',
];

export const CORNERS = ['head-left', 'head-right', 'foot-left', 'foot-right'] as const;

const corner = () =>
  z
    .string()
    .describe(`a text with ${TOKENS.map((token) => `{${token}}`).join(', ')}, or a phrase: {words key}`);

/** The front matter of a template. */
export const productSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  /** The kinds of entry to make one file per entry of, perhaps only entries with certain field values. */
  repeat: z
    .array(
      z.union([
        z.string().min(1),
        z.strictObject({ kind: z.string().min(1), where: z.record(z.string(), z.string()).optional() }),
      ]),
    )
    .default([]),
  /**
   * How much a pack must have for it, or else it is printed only when asked for by name: at least so many entries of some
   * kinds and items with some tags, all together.
   */
  least: z
    .strictObject({
      count: wholeNumber(1, 100),
      kinds: listOf(z.string().min(1)).default([]),
      tags: listOf(z.string().min(1)).default([]),
    })
    .optional(),
  /** The last chapter that the class has read when it is handed out: its template sees nothing of later ones. */
  reached: z.string().min(1).optional(),
  /** Whether it gives away the end of a book, so that it is for after the last chapter. */
  'tells-ending': yesOrNo().default(false),
  /** Whether it is printed only when asked for by name. */
  'on-request': yesOrNo().default(false),
  /** Whether it is filled last, with a list of all the files of the pack, which its template sees as `printList`. */
  'print-list': yesOrNo().default(false),
  /** How copies are shared in a class: one per pupil, per two or four pupils, per class, or one for the teacher. */
  copies: z.enum(['each', 'pair', 'group', 'class', 'teacher']).default('each'),
  /** Whether it makes one file per form of a paper. */
  'each-form': yesOrNo().default(false),
  /** Whether it makes one file per sheet of a worksheet: its levels and forms. */
  'each-sheet': yesOrNo().default(false),
  /** Names of outputs: the template is filled once for each, for instance for pupils and for teachers. */
  outputs: listOf(z.string().regex(/^[a-z0-9-]+$/)).default([]),
  /** By default that of the school, or else A4. */
  paper: oneOf(['a4', 'letter', 'a5']).optional(),
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  /** By default that of the school, or else `standard`. */
  style: z.string().optional(),
  columns: wholeNumber(1, 4).default(1),
  /** The width of a margin column beside the text, in millimetres; 0 for none. */
  'margin-column': millimetres().default(0),
  /** One margin on all sides in place of the style's, in millimetres. */
  margin: millimetres().optional(),
  /** The width of the text in millimetres, in place of side margins. */
  measure: millimetres().optional(),
  /** Whether it is printed on both sides of the paper, so that left-hand pages mirror right-hand ones. */
  'two-sided': yesOrNo().default(false),
  /** Whether pages that would be blank have lines for notes; by default what the pack says (`notes` in pack.md). */
  notes: yesOrNo().optional(),
  /** The title of such a page: a left-hand one, inserted so that the next section opens on a right-hand page. */
  'notes-title': z.string().default(''),
  /** A text for such a page, in place of lines for notes. */
  'blank-page': z.string().default(''),
  /** Whether pages have heads and feet. */
  furniture: yesOrNo().default(true),
  'head-left': corner().default('{school}'),
  'head-right': corner().default(''),
  'foot-left': corner().default('{pack} · {product} · {after}'),
  'foot-right': corner().default('{words page-of-pages}'),
  /** Whether the first page is a cover, without a head and foot. */
  cover: yesOrNo().default(false),
  /**
   * What its finished PDFs are checked as: a `paper` against its items, a `scheme` against the papers that it marks, a
   * `worksheet` against its items, and its key against both, a `puzzle` against its grid and its
   * key, `cards` against their key, which is a product of its own, and a `quiz` against its key, which may be one.
   */
  'read-back': z.enum(['paper', 'scheme', 'worksheet', 'puzzle', 'cards', 'quiz']).optional(),
  /** Whether colour runs to the edges on a press: of the cover or, without a cover, of every page. */
  bleed: yesOrNo().default(false),
  /** Outputs for teachers only, whose feet say TEACHER; `all` for a product without outputs. */
  teacher: listOf(z.string()).default([]),
  /** Whether it keeps the colours of its style, or has greys of the same lightness. By default only files for pupils do. */
  colour: yesOrNo().optional(),
  /** Whether everything on its pages is in black and greys, pictures too, as with `--grey`. */
  grey: yesOrNo().default(false),
  /** Makes the type of some looks smaller until the text fits a number of pages. */
  fit: z
    .strictObject({
      pages: wholeNumber(1, 1000),
      /** What has to fit: the whole document, or each section between page breaks. */
      each: z.enum(['document', 'section']).default('document'),
      looks: listOf(z.string()).default(['body']),
      /** The smallest size for the first of the looks, in points. */
      smallest: decimalNumber(6),
      /** With `each: section`, the largest size for the first of the looks on a card of A7 size, in points. */
      largest: decimalNumber(6).optional(),
    })
    .optional(),
  /** How much smaller than in the style reading text may be, in points, where that saves a page. */
  tighten: decimalNumber(0).optional(),
  /**
   * Whether gaps and type may become a little smaller, and pages end a little earlier, so that no section ends on a page that
   * is nearly empty; `ends` for the ends of pages only.
   */
  'whole-pages': oneOf(['no', 'yes', 'ends']).default('no'),
  /** How pages are arranged on sheets. */
  imposition: impositionFieldSchema.optional(),
});

/** A product: its front matter, and its template. */
export interface Product {
  /** The template's file name: `quote-cards`. */
  readonly name: string;
  readonly settings: z.output<typeof productSchema>;
  /** The template, with blank lines in place of its front matter so that line numbers match the file. */
  readonly template: string;
  /** The place of `imposition` in its front matter, or else the beginning of the file. */
  readonly impositionAt: Place;
  /** The place of `reached` there, or else the beginning of the file. */
  readonly reachedAt: Place;
  readonly path: string;
}
