import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { ImportedEntry } from '../imported.ts';
import { onePlainLine } from '../rich-text/plain-markdown.ts';
import type { BankReading } from './bank-reading.ts';

/** A category as a bank names it. */
export interface BankCategory {
  /** The names on its path. */
  readonly names: readonly string[];
  readonly at: Place;
}

/** Lists the names of categories that no entry has as a tag, since none of their questions came in. */
export function loseUnusedCategories(
  categories: readonly BankCategory[],
  entries: readonly ImportedEntry[],
  { losses, loseOnce }: BankReading,
): void {
  const used = new Set(entries.flatMap(({ fields: { tags } }) => (Array.isArray(tags) ? tags : [])));
  const listed = new Set(losses.map(({ text }) => text));
  for (const { names, at } of categories)
    for (const name of names)
      if (!used.has(onePlainLine(name)) && !listed.has(onePlainLine(name)))
        loseOnce('the name of a category that none of the imported questions is in', name, at);
}
