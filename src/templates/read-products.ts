import type { Place } from '../diagnostics/diagnostic.ts';
import { flagPlace } from '../diagnostics/flag-place.ts';
import type { Report } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { wholeFile } from '../diagnostics/whole-file.ts';
import { checkYaml } from '../diagnostics/yaml/check-yaml.ts';
import type { CheckedYaml } from '../diagnostics/yaml/checked-yaml.ts';
import { isPhraseKey, PHRASES } from '../words/phrases.ts';
import { phraseText } from '../words/say.ts';
import type { Words } from '../words/words.ts';
import { checkTemplate } from './check-template.ts';
import { CORNERS, type Product, productSchema, type TextFile, TOKENS } from './product.ts';

/** A list of more products than this is not shown: `studypack list` shows it. */
const LONGEST_LIST = 40;
const ALL_LISTED = 'To see all products: studypack list';

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
    for (const file of templateSet.templates)
      if (!files.has(productName(file))) files.set(productName(file), file);
  const partialFiles = templateSets.flatMap((templateSet) => templateSet.partials);
  const partials = partialFiles.map((file) => file.name.replace(/\.hbs$/, ''));
  for (const piece of partialFiles) checkTemplate(piece, partials, report);
  const names = [...files.keys()].sort();
  for (const name of requested)
    if (!files.has(name)) reportUnknownProduct(name, names, flagPlace('--product'), report);
  const products = names
    .filter((name) => requested.length === 0 || requested.includes(name))
    .flatMap((name) => readProduct(files.get(name)!, partials, words, report) ?? []);
  refuseSameTitles(products, report);
  return products;
}

/** Reports a name that is not that of a product. @param known the names of all products */
export function reportUnknownProduct(
  name: string,
  known: readonly string[],
  at: Place,
  report: Report,
): void {
  report.add(
    'product-unknown',
    at,
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

/** The name of a product, by the file of its template. */
export const productName = (file: TextFile) => file.name.replace(/\.md\.hbs$/, '');

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
  return { name: productName(file), settings, template, impositionAt, reachedAt, path: file.path };
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
