import * as z from 'zod';
import {
  type CheckedYaml,
  checkYaml,
  decimalNumber,
  listOf,
  oneOf,
  wholeNumber,
  yesOrNo,
} from '../diagnostics/check-yaml.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { checkTemplate } from './check-template.ts';
import { imposedSchema } from './imposition.ts';

/** A text file: its path as shown to its author, and its name within the folder of its kind. */
export interface TextFile {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

const millimetres = () => decimalNumber(0).describe('a number of millimetres');

/** What may stand in braces at the head and foot of pages. */
const TOKENS = ['pack', 'product', 'title', 'form', 'section', 'page', 'pages', 'turn-over'];
const CORNERS = ['head-left', 'head-right', 'foot-left', 'foot-right'] as const;
/** No line ends before a number. */
export const PAGE_OF_PAGES = 'Page\u00A0{page} of\u00A0{pages}';

const corner = () => z.string().describe(`a text with ${TOKENS.map((token) => `{${token}}`).join(', ')}`);

/** The front matter of a template: what is printed, and on what. */
export const productSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  /** The kinds of entry that it makes one file each of, perhaps only of those with certain fields. */
  repeat: z
    .array(
      z.union([
        z.string().min(1),
        z.strictObject({ kind: z.string().min(1), where: z.record(z.string(), z.string()).optional() }),
      ]),
    )
    .default([]),
  /** Whether it is printed only where it is asked for by name. */
  'on-request': yesOrNo().default(false),
  /** Whether it is filled last, with all the files of the pack that were made: its template sees them as `printList`. */
  'print-list': yesOrNo().default(false),
  /** How many copies a class needs: one for each pupil, for two or four of them, for all, or for the teacher alone. */
  copies: z.enum(['each', 'pair', 'group', 'class', 'teacher']).default('each'),
  /** Whether it makes one file for each form of a paper. */
  'each-form': yesOrNo().default(false),
  /** The same template filled for several readers. */
  outputs: listOf(z.string().regex(/^[a-z0-9-]+$/)).default([]),
  paper: oneOf(['a4', 'letter', 'a5']).default('a4'),
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  style: z.string().default('standard'),
  columns: wholeNumber(1, 4).default(1),
  /** Width of a margin column beside the text, in millimetres; 0 for none. */
  'margin-column': millimetres().default(0),
  /** One margin all round in place of the style's. */
  margin: millimetres().optional(),
  /** The width of the text, in place of the side margins. */
  measure: millimetres().optional(),
  /** Whether it is printed on both sides of the paper: left-hand pages then mirror right-hand ones. */
  'two-sided': yesOrNo().default(false),
  /** What stands on a left-hand page that is there only so that the next section opens on a right-hand one. */
  'notes-title': z.string().default(''),
  /** What stands alone on such a page, in place of lines for notes. */
  'blank-page': z.string().default(''),
  /** Whether pages carry heads and feet. */
  furniture: yesOrNo().default(true),
  'head-left': corner().default(''),
  'head-right': corner().default(''),
  'foot-left': corner().default('{pack} · {product}'),
  'foot-right': corner().default(PAGE_OF_PAGES),
  /** Whether the first page is a cover, without head and foot. */
  cover: yesOrNo().default(false),
  /** What its finished PDFs are compared with: a `paper` with its items, a `scheme` with the papers that it is for. */
  'read-back': z.enum(['paper', 'scheme']).optional(),
  /** Whether colour goes to the edges on a press: of its cover, or, without one, of every page. */
  bleed: yesOrNo().default(false),
  /** Outputs that pupils are not to see: their feet say TEACHER. `all`, for a product without outputs. */
  teacher: listOf(z.string()).default([]),
  /**
   * Whether it has the colours of its style, or greys that are as light. If left out, files for pupils have them and those
   * for teachers do not.
   */
  colour: yesOrNo().optional(),
  /** Type of one look is made smaller until the text fits so many pages. */
  fit: z
    .strictObject({
      pages: wholeNumber(1, 1000),
      /** What has to fit: the whole document, or each stretch between page breaks. */
      each: z.enum(['document', 'section']).default('document'),
      looks: listOf(z.string()).default(['body']),
      /** The smallest size for the first of the looks, in points. */
      smallest: decimalNumber(6),
    })
    .optional(),
  /** Several pages to a sheet. */
  imposition: imposedSchema.optional(),
});

/** A product: its front matter, and its template. */
export interface Product {
  /** The template's file name: `quote-cards`. */
  readonly name: string;
  readonly settings: z.output<typeof productSchema>;
  /** The template, with blank lines for its front matter so that line numbers are the file's. */
  readonly template: string;
  /** Where its front matter says how pages stand on sheets, or begins. */
  readonly impositionAt: Place;
  readonly path: string;
}

/**
 * Reads the products of some template sets; of two with one name, that of the first set counts.
 * @param wanted names of products; none for all
 */
export function readProducts(
  templateSets: readonly { templates: readonly TextFile[]; partials: readonly TextFile[] }[],
  wanted: readonly string[],
  report: Report,
): Product[] {
  const files = new Map<string, TextFile>();
  for (const templateSet of templateSets)
    for (const file of templateSet.templates) if (!files.has(nameOf(file))) files.set(nameOf(file), file);
  const pieces = templateSets.flatMap((templateSet) => templateSet.partials);
  const partials = pieces.map((file) => file.name.replace(/\.hbs$/, ''));
  for (const piece of pieces) checkTemplate(piece, partials, report);
  const names = [...files.keys()].sort();
  for (const name of wanted)
    if (!files.has(name))
      report.add(
        'product-unknown',
        { file: name, line: 1, column: 1 },
        `There is no product “${name}”.`,
        suggest(name, names),
      );
  const products = names
    .filter((name) => wanted.length === 0 || wanted.includes(name))
    .flatMap((name) => readProduct(files.get(name)!, partials, report) ?? []);
  refuseSameTitles(products, report);
  return products;
}

/**
 * The products to make: all but those that are made on request, or the ones named; and print lists. Where a
 * print list is asked for by name, all products are there, for it to tell of.
 */
export function productsWanted(
  templateSets: Parameters<typeof readProducts>[0],
  names: readonly string[],
  report: Report,
): Product[] {
  const named = readProducts(templateSets, names, report);
  const printLists = named.filter(({ settings }) => settings['print-list']);
  const known = names.length > 0 && printLists.length > 0 ? readProducts(templateSets, [], report) : named;
  const isAsked = ({ name, settings }: Product) => names.includes(name) || !settings['on-request'];
  return [...known.filter((one) => !one.settings['print-list'] && isAsked(one)), ...printLists];
}

function refuseSameTitles(products: readonly Product[], report: Report): void {
  const byTitle = new Map<string, Product>();
  for (const product of products) {
    const { title } = product.settings;
    const other = byTitle.get(title);
    byTitle.set(title, product);
    if (!other) continue;
    const message = `This product is called “${title}”, and so is ${other.path}.`;
    const hint = 'Give one of them another title: it stands at the foot of every page.';
    report.add('collision', { file: product.path, line: 1, column: 1 }, message, hint);
  }
}

const nameOf = (file: TextFile) => file.name.replace(/\.md\.hbs$/, '');

/** Reads a template and checks all that can be told before it is filled. @returns undefined if it is wrong */
export function readProduct(
  file: TextFile,
  partials: readonly string[],
  report: Report,
): Product | undefined {
  const start = { file: file.path, line: 1, column: 1 };
  const lines = file.text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (lines[0]?.trimEnd() !== '---' || end === -1) {
    report.add(
      'front-matter-unclosed',
      start,
      'A template begins with front matter between two lines ---.',
      'Copy one of the templates that come with the program.',
    );
    return undefined;
  }
  const front = { text: lines.slice(1, end).join('\n'), at: { ...start, line: 2 } };
  const checked = checkYaml(front, productSchema, report);
  const settings = checked?.value;
  if (checked) checkTokens(checked, report);
  const template = '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n');
  const sound = checkTemplate({ path: file.path, text: template }, partials, report);
  if (!settings || !sound) return undefined;
  const impositionAt =
    Object.entries(checked?.places ?? {}).find(([field]) => field.startsWith('imposition'))?.[1] ?? start;
  return { name: nameOf(file), settings, template, impositionAt, path: file.path };
}

function checkTokens({ value, places }: CheckedYaml<Product['settings']>, report: Report): void {
  for (const corner of CORNERS)
    for (const [whole, token = ''] of value[corner].matchAll(/\{([^{}]*)\}/g))
      if (!TOKENS.includes(token))
        report.add(
          'token-unknown',
          places[corner]!,
          `“${corner}” names ${whole}, which stands for nothing.`,
          suggest(token, TOKENS),
        );
}
