import type { Place } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/report.ts';
import type { Words } from '../words/words.ts';
import type { Product } from './product.ts';
import { productName, readProducts, reportUnknownProduct } from './read-products.ts';

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
  const known = [...new Set(templateSets.flatMap(({ templates }) => templates.map(productName)))].sort();
  for (const [index, name] of names.entries())
    if (!known.includes(name)) reportUnknownProduct(name, known, places[index]!, report);
}
