import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Product } from '../../templates/product.ts';
import type { BuildOptions } from './build-options.ts';
import type { OpenPack } from './opening/open-pack.ts';

/**
 * Warns of products that a pack has nothing for, though somebody wants them: at their names in `products` of a pack that is made
 * as a whole, or at the pack if they were asked for by name.
 * @param settled the products that print something, or whose errors say why they don't
 */
export function reportEmpty(
  { pack: { about }, products }: OpenPack,
  settled: ReadonlySet<string>,
  { products: asked, only = [] }: BuildOptions,
  report: Report,
): void {
  // What is made for one entry says nothing of the others.
  if (only.length > 0) return;
  const isEmpty = (name: string) => !settled.has(name);
  if (asked.length === 0) {
    for (const [index, name] of (about.fields.products ?? []).entries())
      if (isEmpty(name))
        report.add(
          'product-empty',
          ownValue(about.places, `products.${index}`) ?? about.at,
          `This pack has nothing for the product “${name}”.`,
          `Remove it from “products”, or add what it prints: see docs/authoring/entries.md.`,
        );
    return;
  }
  // Print lists are filled later.
  for (const product of products)
    if (!product.settings['print-list'] && isEmpty(product.name))
      report.add(
        'product-empty',
        about.at,
        `This pack has nothing for the product “${product.name}”, so it was not printed.`,
        `Add ${whatItTakes(product)}: see docs/authoring/entries.md.`,
      );
}

/** `what it prints (at least 6 in “vocabulary”)`, as far as the product says. */
function whatItTakes({ settings: { least, repeat } }: Product): string {
  const kinds = least?.kinds ?? repeat.map((rule) => (typeof rule === 'string' ? rule : rule.kind));
  const named = kinds.map((kind) => `“${kind}”`).join(' or ');
  return named === '' ? 'what it prints' : `what it prints (at least ${least?.count ?? 1} in ${named})`;
}
