import { decodedAddress } from '../diagnostics/decoded-address.ts';
import type { Heading } from './block.ts';
import { plainText } from './plain-text.ts';

/**
 * Gives headings the names that links in the document use, as GitHub does: `## Key moments` is `key-moments`, and a second
 * heading with the same words is `key-moments-1`.
 */
export function headingNames(headings: readonly Heading[]): Map<string, Heading> {
  const names = new Map<string, Heading>();
  /** How many headings of one name there are so far. */
  const counts = new Map<string, number>();
  for (const heading of headings) {
    const base = headingName(plainText(heading.text));
    let count = counts.get(base) ?? 0;
    let name = count === 0 ? base : `${base}-${count}`;
    for (; names.has(name); name = `${base}-${count}`) count++;
    counts.set(base, count + 1);
    names.set(name, heading);
  }
  for (const heading of headings) for (const id of heading.ids ?? []) names.set(id, heading);
  return names;
}

/** The name that GitHub gives to a heading with some words. */
export const headingName = (words: string): string =>
  words
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');

/** The name of the heading that a link (`#key-moments`) leads to; undefined for a link to somewhere else. */
export function anchorOf(link: string): string | undefined {
  if (!link.startsWith('#')) return undefined;
  return decodedAddress(link.slice(1));
}
