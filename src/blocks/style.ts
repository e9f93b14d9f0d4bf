import * as z from 'zod';
import { checkYaml, decimalNumber } from '../diagnostics/check-yaml.ts';
import type { Report } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';

const points = () => decimalNumber(0).describe('a number of points, for instance 10.5');
const millimetres = () => decimalNumber(0).describe('a number of millimetres, for instance 20');
const family = () => z.enum(['serif', 'sans']).describe('serif or sans');
const weight = () => z.enum(['regular', 'bold', 'italic']).describe('regular, bold or italic');
const grey = () => decimalNumber(0).pipe(z.number().max(1)).describe('a grey from 0 (black) to 1 (white)');
const colour = () =>
  z
    .string()
    .regex(/^(#[0-9a-fA-F]{6}|0(\.\d+)?|1)$/, 'expected a colour')
    .describe("a colour such as '#1f5c6b', or a grey from 0 (black) to 1 (white)");

/**
 * The tokens of a style: one flat set of names, no cascade. Type sizes and leadings are in points, page measures in
 * millimetres. A style lays pages out anew; it never scales them.
 */
export const styleSchema = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),

  'cover-font': family(),
  'cover-weight': weight(),
  'cover-size': points(),
  'cover-leading': points(),
  'title-font': family(),
  'title-weight': weight(),
  'title-size': points(),
  'title-leading': points(),
  'heading-font': family(),
  'heading-weight': weight(),
  'heading-size': points(),
  'heading-leading': points(),
  'subheading-font': family(),
  'subheading-weight': weight(),
  'subheading-size': points(),
  'subheading-leading': points(),
  'lead-font': family(),
  'lead-weight': weight(),
  'lead-size': points(),
  'lead-leading': points(),
  'body-font': family(),
  'body-weight': weight(),
  'body-size': points(),
  'body-leading': points(),
  'small-font': family(),
  'small-weight': weight(),
  'small-size': points(),
  'small-leading': points(),
  'label-font': family(),
  'label-weight': weight(),
  'label-size': points(),
  'label-leading': points(),
  'display-font': family(),
  'display-weight': weight(),
  'display-size': points(),
  'display-leading': points(),
  'furniture-font': family(),
  'furniture-weight': weight(),
  'furniture-size': points(),
  'furniture-leading': points(),

  /** Margins of A4; Letter uses the same. The inner margin has room for punch holes. */
  'margin-inner': millimetres(),
  'margin-outer': millimetres(),
  'margin-top': millimetres(),
  'margin-bottom': millimetres(),

  /** How lines of reading text end, in columns wide enough for it. Justified text is hyphenated. */
  'text-align': z.enum(['justified', 'ragged']).describe('justified or ragged'),
  'paragraph-gap': points(),
  'heading-gap': points(),
  'list-indent': points(),
  'box-padding': points(),
  'answer-line-gap': millimetres(),
  'rule-width': points(),
  'bar-width': points(),
  accent: colour(),
  tint: colour(),
  rule: colour(),
  /** Colour of quiet text: furniture, attributions. */
  quiet: grey(),
});

export type Style = z.output<typeof styleSchema>;

/** Reads styles; of two with one file name the first counts. A style that is wrong is reported and left out. */
export function readStyles(
  files: readonly { path: string; name: string; text: string }[],
  report: Report,
): Map<string, Style> {
  const styles = new Map<string, Style>();
  for (const file of files) {
    const name = file.name.replace(/\.yaml$/, '');
    if (styles.has(name)) continue;
    const checked = checkYaml(
      { text: file.text, at: { file: file.path, line: 1, column: 1 } },
      styleSchema,
      report,
    );
    if (checked) styles.set(name, checked.value);
  }
  return styles;
}

/** The style of that name, or undefined and a diagnostic for the template that asks for it. */
export function styleNamed(
  name: string,
  styles: ReadonlyMap<string, Style>,
  template: string,
  report: Report,
): Style | undefined {
  const style = styles.get(name);
  if (!style)
    report.add(
      'style-unknown',
      { file: template, line: 1, column: 1 },
      `There is no style “${name}”.`,
      suggest(name, [...styles.keys()]),
    );
  return style;
}
