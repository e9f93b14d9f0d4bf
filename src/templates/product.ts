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
import { flagPlace } from '../diagnostics/flag-place.ts';
import type { Report } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { wholeFile } from '../diagnostics/whole-file.ts';
import { isPhraseKey, PHRASES } from '../words/phrases.ts';
import { phraseText } from '../words/say.ts';
import type { Words } from '../words/words.ts';
import { checkTemplate } from './check-template.ts';
import { impositionFieldSchema } from './imposition.ts';

/** A text file: its path as messages show it, and its name within its folder. */
export interface TextFile {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

const millimetres = () => decimalNumber(0).describe('a number of millimetres');

/** A list of more products than this is not shown: `studypack list` shows it. */
const LONGEST_LIST = 40;
const ALL_LISTED = 'To see all products: studypack list';

/** The words that are replaced when written in braces in the head or foot of pages. */
const TOKENS = [
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
];
const CORNERS = ['head-left', 'head-right', 'foot-left', 'foot-right'] as const;

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
  'foot-left': corner().default('{pack} · {product}'),
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
   * is nearly empty.
   */
  'whole-pages': yesOrNo().default(false),
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

/**
 * Reads the products of several template sets. If two have the same name, the one in the earlier set is used.
 * @param requested names of products; none for all
 * @param words what `{words key}` stands for in titles, heads and feet
 */
export function readProducts(
  templateSets: readonly { templates: readonly TextFile[]; partials: readonly TextFile[] }[],
  requested: readonly string[],
  words: Words,
  report: Report,
): Product[] {
  const files = new Map<string, TextFile>();
  for (const templateSet of templateSets)
    for (const file of templateSet.templates) if (!files.has(nameOf(file))) files.set(nameOf(file), file);
  const partialFiles = templateSets.flatMap((templateSet) => templateSet.partials);
  const partials = partialFiles.map((file) => file.name.replace(/\.hbs$/, ''));
  for (const piece of partialFiles) checkTemplate(piece, partials, report);
  const names = [...files.keys()].sort();
  for (const name of requested)
    if (!files.has(name))
      report.add(
        'product-unknown',
        flagPlace('--product'),
        `There is no product “${name}”.`,
        suggest(name, names, LONGEST_LIST) ?? ALL_LISTED,
      );
  const products = names
    .filter((name) => requested.length === 0 || requested.includes(name))
    .flatMap((name) => readProduct(files.get(name)!, partials, words, report) ?? []);
  refuseSameTitles(products, report);
  return products;
}

/** The products that are made besides those that every pack prints. */
export interface AddedProducts {
  /** Names that the pack gives. */
  readonly names: readonly string[];
  /** The place of each name. */
  readonly places: readonly Place[];
  /** Whether all are made, those too that are made on request only. */
  readonly all: boolean;
}

/** The products to make and, if none was named, those that are made on request only. */
export interface SelectedProducts {
  readonly made: readonly Product[];
  readonly onRequest: readonly Product[];
}

/**
 * Selects the products to make: those named, or by default all that are not made on request only, and those that are added;
 * print lists come last.
 * If a print list is named, all products are included, since the list covers them.
 */
export function selectProducts(
  templateSets: Parameters<typeof readProducts>[0],
  names: readonly string[],
  words: Words,
  report: Report,
  added: AddedProducts = { names: [], places: [], all: false },
): SelectedProducts {
  checkAdded(templateSets, added, report);
  const named = readProducts(templateSets, names, words, report);
  const printLists = named.filter(({ settings }) => settings['print-list']);
  const known =
    names.length > 0 && printLists.length > 0 ? readProducts(templateSets, [], words, report) : named;
  const isRequested = ({ name, settings }: Product) =>
    names.includes(name) || !settings['on-request'] || added.all || added.names.includes(name);
  const others = known.filter((one) => !one.settings['print-list']);
  return {
    made: [...others.filter(isRequested), ...printLists],
    onRequest: names.length === 0 ? others.filter((one) => !isRequested(one)) : [],
  };
}

/** Reports names in a pack that are not those of products. */
function checkAdded(
  templateSets: Parameters<typeof readProducts>[0],
  { names, places }: AddedProducts,
  report: Report,
): void {
  const known = [...new Set(templateSets.flatMap(({ templates }) => templates.map(nameOf)))].sort();
  for (const [index, name] of names.entries())
    if (!known.includes(name))
      report.add(
        'product-unknown',
        places[index]!,
        `There is no product “${name}”.`,
        suggest(name, known, LONGEST_LIST) ?? ALL_LISTED,
      );
}

function refuseSameTitles(products: readonly Product[], report: Report): void {
  const byTitle = new Map<string, Product>();
  for (const product of products) {
    const { title } = product.settings;
    const other = byTitle.get(title);
    byTitle.set(title, product);
    if (!other) continue;
    const message = `This product is called “${title}”, and so is ${other.path}.`;
    const hint = 'Give one of them a different title, because it is printed at the bottom of every page.';
    report.add('collision', wholeFile(product.path), message, hint);
  }
}

const nameOf = (file: TextFile) => file.name.replace(/\.md\.hbs$/, '');

/** Reads a template and checks everything that can be checked before it is filled. @returns undefined if it is wrong */
function readProduct(
  file: TextFile,
  partials: readonly string[],
  words: Words,
  report: Report,
): Product | undefined {
  const start = wholeFile(file.path);
  const lines = file.text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (lines[0]?.trimEnd() !== '---' || end === -1) {
    report.add(
      'front-matter-unclosed',
      start,
      'A template must start with front matter between two lines ---.',
      'Copy one of the templates that come with the program.',
    );
    return undefined;
  }
  const front = { text: lines.slice(1, end).join('\n'), at: { ...start, line: 2 } };
  const checked = checkYaml(front, productSchema, report);
  if (checked) checkTokens(checked, report);
  const settings = checked && inLanguage(checked.value, words);
  const template = '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n');
  const isSafe = checkTemplate({ path: file.path, text: template }, partials, report);
  if (!settings || !isSafe) return undefined;
  const impositionAt =
    Object.entries(checked?.places ?? {}).find(([field]) => field.startsWith('imposition'))?.[1] ?? start;
  const reachedAt = checked?.places['reached'] ?? start;
  return { name: nameOf(file), settings, template, impositionAt, reachedAt, path: file.path };
}

/** The texts of front matter that are printed. */
const PRINTED = [...CORNERS, 'title', 'notes-title', 'blank-page'] as const;

/** A phrase of the language: `{words turn-over}`. */
const PHRASE = /\{words ([^{}]*)\}/g;

function checkTokens({ value, places }: CheckedYaml<Product['settings']>, report: Report): void {
  const isCorner = (field: string) => CORNERS.some((corner) => corner === field);
  for (const field of PRINTED)
    for (const [whole, token = ''] of value[field].matchAll(/\{([^{}]*)\}/g)) {
      const key = /^words (.*)$/.exec(token)?.[1];
      if (key === undefined ? !isCorner(field) || TOKENS.includes(token) : isPhraseKey(key)) continue;
      report.add(
        'token-unknown',
        places[field]!,
        `“${field}” contains ${whole}, which the program does not know.`,
        key === undefined ? suggest(token, TOKENS) : suggest(key, Object.keys(PHRASES)),
      );
    }
}

/** The settings with the phrases of a language in place of their keys. */
function inLanguage(settings: Product['settings'], words: Words): Product['settings'] {
  const filled = (text: string) =>
    text.replace(PHRASE, (whole, key: string) => (isPhraseKey(key) ? phraseText(words, key) : whole));
  return { ...settings, ...Object.fromEntries(PRINTED.map((field) => [field, filled(settings[field])])) };
}
