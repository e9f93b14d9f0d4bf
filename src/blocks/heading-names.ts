import type { Heading } from './block.ts';
import { plainText } from './plain-text.ts';

/**
 * The name by which links in the document lead to each heading, made as GitHub makes it: `## Key moments` is
 * `key-moments`, and another heading of the same words `key-moments-1`.
 */
export function headingNames(headings: readonly Heading[]): Map<string, Heading> {
  const names = new Map<string, Heading>();
  for (const heading of headings) {
    const base = plainText(heading.text)
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    let name = base;
    for (let count = 1; names.has(name); count++) name = `${base}-${count}`;
    names.set(name, heading);
  }
  return names;
}

/** The name that a link of the document (`#key-moments`) asks for, or undefined for a link to elsewhere. */
export function anchorOf(link: string): string | undefined {
  if (!link.startsWith('#')) return undefined;
  try {
    return decodeURIComponent(link.slice(1));
  } catch {
    return link.slice(1);
  }
}
