import type { Attributes } from './read-tag.ts';

/** The title of a tab or a box of MDX, which is among its attributes; empty if it has none, and for elements of HTML. */
export function boxTitle(name: string, attributes: Attributes): string {
  if (name === 'details' || name === 'aside') return '';
  const said = (one: string) => attributes.get(one)?.trim() || undefined;
  const written = said('label') ?? said('title');
  const kind = said('type') ?? said('value') ?? '';
  return written ?? kind.charAt(0).toUpperCase() + kind.slice(1);
}
