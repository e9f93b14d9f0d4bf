import { append } from '../../../diagnostics/collections/append.ts';
import { flagPlace } from '../../../diagnostics/flag-place.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { BuildOptions, PackSource, TemplateSet } from '../build-options.ts';
import { openPack } from './open-pack.ts';

/** A list of more ids than this is not shown. */
const LONGEST_LIST = 40;

/** A hint: ids that contain what was asked for, or else the nearest one, or all of them. */
function similar(id: string, known: readonly string[]): string | undefined {
  const longer = known.filter((one) => one.includes(id));
  if (longer.length === 0) return suggest(id, known, LONGEST_LIST);
  return `Did you mean ${longer.map((one) => `“${one}”`).join(' or ')}?`;
}

/**
 * Gives the packs in which some product makes a file for one of the entries that were asked for. Reports an id for which no
 * pack has a file, unless a pack could not be read: what is wrong with that one is reported when it is printed.
 */
export function packsWith(
  only: readonly string[],
  sources: readonly PackSource[],
  templates: TemplateSet,
  options: Pick<BuildOptions, 'products'>,
  report: Report,
): PackSource[] {
  const known: string[] = [];
  const others = new Map<string, string>();
  let isAllRead = true;
  const found = sources.filter((source) => {
    const open = openPack(source, templates, { products: options.products }, report.fork());
    if (!open) {
      isAllRead = false;
      return true;
    }
    const { products } = options;
    const ids = open.jobs.flatMap(({ entry, product }) =>
      entry && (products.length === 0 || products.includes(product.name)) ? [entry.id] : [],
    );
    append(known, ids);
    for (const kind of open.tables.entryKinds)
      for (const { id } of open.pack.entries[kind.name]) others.set(id, kind.singular);
    return only.some((id) => ids.includes(id));
  });
  if (!isAllRead) return found;
  for (const id of only) {
    if (known.includes(id)) continue;
    const kind = others.get(id);
    report.add(
      'entry-unknown',
      flagPlace('--only'),
      kind === undefined
        ? `There is no entry “${id}” that a file could be printed for.`
        : `There is no ${options.products.join(' or ') || 'file'} for the ${kind} “${id}” alone.`,
      similar(id, [...new Set(known)]),
    );
  }
  return found;
}
