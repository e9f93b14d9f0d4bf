import * as z from 'zod';
import { decimalNumber, yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';

// Each is made once: a style has some eighty tokens.
const points = decimalNumber(0).describe('a number of points, such as 10.5');
const millimetres = decimalNumber(0).describe('a number of millimetres, such as 20');
const family = z
  .enum(['serif', 'lightserif', 'sans', 'lightsans', 'legible', 'mono'])
  .describe(
    'serif, sans, lightserif or lightsans (thinner letters), legible (Atkinson Hyperlegible) or mono',
  );
const weight = z.enum(['regular', 'bold', 'italic']).describe('regular, bold or italic');
const grey = decimalNumber(0).pipe(z.number().max(1)).describe('a grey from 0 (black) to 1 (white)');
const colour = z
  .string()
  .regex(/^(#[0-9a-fA-F]{6}|0(\.\d+)?|1)$/, 'expected a colour')
  .describe("a colour such as '#1f5c6b', or a grey from 0 (black) to 1 (white)");

/**
 * The tokens of a style: one flat set of names, no cascade. Type sizes and leadings are in points, page measurements in
 * millimetres. Pages are laid out again for each style, never scaled.
 */
export const styleSchema = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),

  // These apply to all type. The defaults are those of the standard style.
  /** The smallest type allowed, also in furniture and on fitted cards. */
  'smallest-size': points.default(6),
  /** Whether emphasis may be italic; if not, it is bold. */
  italics: yesOrNo().default(true),
  /** Whether generated labels may be in capitals. */
  capitals: yesOrNo().default(true),
  /** `one`: a single column of text and no margin column, whatever the product asks for. */
  columns: z.enum(['as-product', 'one']).default('as-product'),
  /** The alignment of body text, in columns wide enough for it. */
  'text-align': z.enum(['justified', 'ragged']).describe('justified or ragged').default('ragged'),
  /** Whether justified text is hyphenated; ragged text never is. */
  hyphenate: yesOrNo().default(true),
  /** Whether running text has old-style figures; tables and headings keep lining ones. */
  figures: z.enum(['lining', 'old-style']).default('lining'),
  /** Whether labels are set in small capitals. */
  'small-caps': yesOrNo().default(false),

  'cover-font': family,
  'cover-weight': weight,
  'cover-size': points,
  'cover-leading': points,
  'title-font': family,
  'title-weight': weight,
  'title-size': points,
  'title-leading': points,
  'heading-font': family,
  'heading-weight': weight,
  'heading-size': points,
  'heading-leading': points,
  'subheading-font': family,
  'subheading-weight': weight,
  'subheading-size': points,
  'subheading-leading': points,
  'lead-font': family,
  'lead-weight': weight,
  'lead-size': points,
  'lead-leading': points,
  'body-font': family,
  'body-weight': weight,
  'body-size': points,
  'body-leading': points,
  'small-font': family,
  'small-weight': weight,
  'small-size': points,
  'small-leading': points,
  'label-font': family,
  'label-weight': weight,
  'label-size': points,
  'label-leading': points,
  'display-font': family,
  'display-weight': weight,
  'display-size': points,
  'display-leading': points,
  'furniture-font': family,
  'furniture-weight': weight,
  'furniture-size': points,
  'furniture-leading': points,

  /** The width kept free along the inner edge for holes (those of ISO 838 reach 15 mm in); 0 for none. */
  punch: millimetres.pipe(z.number().max(40)).default(0),
  /** Whether room for a staple is kept free at the top of the inner edge. */
  staple: z.enum(['none', 'corner']).default('none'),
  /** Margins, the same on A4 and Letter. */
  'margin-inner': millimetres,
  'margin-outer': millimetres,
  'margin-top': millimetres,
  'margin-bottom': millimetres,

  'paragraph-gap': points,
  'heading-gap': points,
  'list-indent': points,
  'box-padding': points,
  'answer-line-gap': millimetres,
  'rule-width': points,
  'bar-width': points,
  accent: colour,
  tint: colour,
  /**
   * The colour that runs off the edges of covers and cards printed on a press, for products that have one; 1 for
   * none.
   */
  edge: colour.default('1'),
  rule: colour,
  /** Whether rules are lines or rows of dots, which take less ink. */
  'rule-look': z.enum(['solid', 'dotted']).default('solid'),
  /** Colour of quiet text: furniture, attributions. */
  quiet: grey,
});

export type Style = z.output<typeof styleSchema>;
