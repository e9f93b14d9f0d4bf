import Handlebars from 'handlebars';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Origins } from '../diagnostics/origin.ts';
import { markOrigin } from '../diagnostics/origin.ts';
import type { Report } from '../diagnostics/report.ts';
import type { Words } from '../words/words.ts';
import { createFillBudget, type FillBudget } from './fill-budget.ts';
import type { Filling } from './helpers/helper.ts';
import { HELPERS } from './helpers/helpers.ts';
import { LINE_HELPER, markLines } from './mark-lines.ts';
import type { Context } from './pack-context.ts';
import type { Product, TextFile } from './product.ts';

/** A filled template: Markdown with origin marks, and the places that the marks refer to. */
export interface Filled {
  readonly text: string;
  readonly file: string;
  readonly origins: Origins;
}

/**
 * Fills a product's template.
 * @returns undefined, after a diagnostic at the template's line, if it names something that does not exist
 */
export type FillTemplate = (
  product: Product,
  context: Context,
  words: Words,
  report: Report,
) => Filled | undefined;

/**
 * Gives a function that fills templates which share partials. Each template and partial is compiled once, however many
 * files it fills: packs that have no partials of their own share the function.
 * @param partials if two have the same name, the first is used
 */
export function templateFiller(partials: readonly TextFile[]): FillTemplate {
  const filler = fillers.get(partials) ?? createTemplateFiller(partials);
  fillers.set(partials, filler);
  return filler;
}

const fillers = new WeakMap<readonly TextFile[], FillTemplate>();

function createTemplateFiller(partials: readonly TextFile[]): FillTemplate {
  let origins: Place[] = [];
  let language: Words | undefined;
  const files: string[] = [];
  const fileNumber = (path: string) => (files.includes(path) ? files.indexOf(path) : files.push(path) - 1);
  const filling: Filling = { note: (place) => origins.push(place) - 1, words: () => language! };
  const budget = createFillBudget();
  const handlebars = createHandlebars(partials, filling, fileNumber, budget);
  handlebars.registerHelper(LINE_HELPER, (file: number, line: number) =>
    markOrigin(filling.note({ file: files[file]!, line, column: 1 }), ''),
  );
  const compiled = new Map<string, HandlebarsTemplateDelegate>();
  return (product, context, words, report) => {
    const { template, path } = product;
    const key = `${path}\n${template}`;
    const compile = () => handlebars.compile(markLines(template, fileNumber(path), false), COMPILE_OPTIONS);
    const render = compiled.get(key) ?? compile();
    if (compiled.size >= MOST_COMPILED) compiled.clear();
    compiled.set(key, render);
    origins = [];
    language = words;
    budget.start();
    try {
      return { text: budget.print(render(context)), file: product.path, origins };
    } catch (error) {
      reportBroken(error, product, report);
      return undefined;
    }
  };
}

/** More templates than a pack has: somebody is writing one, and an old draft of it is of no use. */
const MOST_COMPILED = 200;

const COMPILE_OPTIONS = { noEscape: true, strict: true, preventIndent: true };

function createHandlebars(
  partials: readonly TextFile[],
  filling: Filling,
  fileNumber: (path: string) => number,
  budget: FillBudget,
): typeof Handlebars {
  const handlebars = Handlebars.create();
  for (const name of ['if', 'unless', 'each', 'with'] as const) {
    const builtIn = handlebars.helpers[name]!;
    handlebars.registerHelper(name, function (this: unknown, ...args: unknown[]) {
      const given = refuseAbsent(name, this, args) as Parameters<typeof builtIn>;
      if (name === 'each') given[given.length - 1] = counted(args.at(-1) as Handlebars.HelperOptions, budget);
      return placed(args, () => builtIn.apply(this, given));
    });
  }
  for (const helper of HELPERS)
    handlebars.registerHelper(helper.name, function (this: unknown, ...args: unknown[]) {
      const { hash = {} } = args.at(-1) as { hash?: Readonly<Record<string, unknown>> };
      const given = refuseAbsent(helper.name, this, args).slice(0, -1);
      return placed(args, () => {
        budget.call(given);
        return helper.run(filling, given, hash);
      });
    });
  for (const partial of [...partials].reverse())
    handlebars.registerPartial(
      partial.name.replace(/\.hbs$/, ''),
      boundedPartial(partial, handlebars, fileNumber, budget),
    );
  return handlebars;
}

/** The options of a loop, with each of its turns counted. */
const counted = (options: Handlebars.HelperOptions, budget: FillBudget): Handlebars.HelperOptions => ({
  ...options,
  fn(context: unknown, more?: Handlebars.RuntimeOptions) {
    budget.call([]);
    return budget.print(options.fn(context, more));
  },
});

/** Runs something that a template calls. What it throws gets the place of the call, unless it has one from further inside. */
function placed<T>(args: readonly unknown[], run: () => T): T {
  try {
    return run();
  } catch (error) {
    const { loc } = args.at(-1) as { loc?: { start: { line: number; column: number } } };
    if (error instanceof Error && loc && !('lineNumber' in error))
      Object.assign(error, { lineNumber: loc.start.line, column: loc.start.column });
    throw error;
  }
}

/** A partial whose calls are counted. What goes wrong in it is reported in its own file. */
function boundedPartial(
  { text, path }: TextFile,
  handlebars: typeof Handlebars,
  fileNumber: (path: string) => number,
  budget: FillBudget,
): Handlebars.TemplateDelegate {
  let compiled: Handlebars.TemplateDelegate | undefined;
  return (context, options) => {
    compiled ??= handlebars.compile(markLines(text, fileNumber(path), true), COMPILE_OPTIONS);
    try {
      budget.call([]);
      return budget.print(budget.nested(() => compiled!(context, options)));
    } catch (error) {
      if (error instanceof Error && !('file' in error)) Object.assign(error, { file: path });
      throw error;
    }
  };
}

/** Reports what a template threw, at its line. */
function reportBroken(error: unknown, product: Product, report: Report): void {
  const { message, lineNumber, column, hint, file } = error as Error &
    Partial<AbsentError> & { readonly file?: string };
  const problem = message
    .replace(/ - \d+:\d+$/, '')
    .replace(/ in \[object Object\]/, '')
    .split('\n')[0];
  report.add(
    'template-broken',
    { file: file ?? product.path, line: lineNumber ?? 1, column: (column ?? 0) + 1 },
    `The template cannot be filled: ${problem}.`,
    hint ?? 'For the names that a template can use, see docs/authoring/own-products.md.',
  );
}

/** The error that a helper throws when a template names something that does not exist. */
interface AbsentError {
  readonly lineNumber: number;
  readonly column: number;
  readonly hint?: string;
}

/**
 * Refuses arguments that name nothing: contexts hold null for a missing field, so undefined is a misspelt name.
 * @throws AbsentError
 */
function refuseAbsent(helper: string, here: unknown, args: readonly unknown[]): unknown[] {
  const { loc } = args.at(-1) as { loc?: { start: { line: number; column: number } } };
  const { hash = {} } = args.at(-1) as { hash?: Readonly<Record<string, unknown>> };
  const index = args.slice(0, -1).indexOf(undefined);
  const named = Object.entries(hash).find(([, value]) => value === undefined)?.[0];
  if (index < 0 && named === undefined) return [...args];
  const known = typeof here === 'object' && here !== null ? Object.keys(here) : [];
  const error = new Error(
    `${index < 0 ? `“${named}”` : `argument ${index + 1}`} of “${helper}” names something that does not exist`,
  );
  throw Object.assign(error, {
    lineNumber: loc?.start.line ?? 1,
    column: loc?.start.column ?? 0,
    hint: `Available here: ${known.join(', ')}. You can reach pack, entry and product through @root.`,
  } satisfies AbsentError);
}
