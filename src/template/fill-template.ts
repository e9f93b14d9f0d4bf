import Handlebars from 'handlebars';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Origins } from '../diagnostics/origin.ts';
import type { Report } from '../diagnostics/report.ts';
import type { Context } from './context.ts';
import { HELPERS } from './helpers.ts';
import type { Product, TextFile } from './product.ts';

/** A filled template: Markdown that holds origin marks, and the places that they lead to. */
export interface Filled {
  readonly text: string;
  readonly file: string;
  readonly origins: Origins;
}

/** Fills a product's template. @returns undefined, and a diagnostic at the template's line, if it asks for what is not there */
export function fillTemplate(
  product: Product,
  context: Context,
  partials: readonly TextFile[],
  report: Report,
): Filled | undefined {
  const origins: Place[] = [];
  const filling = { note: (place: Place) => origins.push(place) - 1 };
  const handlebars = Handlebars.create();
  for (const helper of HELPERS)
    handlebars.registerHelper(helper.name, (...args: unknown[]) => helper.run(filling, args.slice(0, -1)));
  for (const partial of partials)
    handlebars.registerPartial(partial.name.replace(/\.hbs$/, ''), partial.text);
  try {
    const text = handlebars.compile(product.template, { noEscape: true, strict: true, preventIndent: true })(
      context,
    );
    return { text, file: product.path, origins };
  } catch (error) {
    const { message, lineNumber = 1, column = 0 } = error as Error & { lineNumber?: number; column?: number };
    const told = message
      .replace(/ - \d+:\d+$/, '')
      .replace(/ in \[object Object\]/, '')
      .split('\n')[0];
    report.add(
      'template-broken',
      { file: product.path, line: lineNumber, column: column + 1 },
      `The template cannot be filled: ${told}.`,
      'See docs/authoring.md for what a template may name.',
    );
    return undefined;
  }
}
