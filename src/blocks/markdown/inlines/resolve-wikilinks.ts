import type { Block } from '../../block.ts';
import { headingsIn } from '../../check-headings.ts';
import { headingName, headingNames } from '../../heading-names.ts';
import type { TextRun } from '../../text-run.ts';

/** Begins the targets of wikilinks until it is known which of them are headings of the document. */
export const WIKI = 'wiki:';

/** Makes wikilinks lead to the headings that they name; those to other files become plain text. */
export function resolveWikilinks(blocks: readonly Block[]): Block[] {
  let names: ReadonlySet<string> | undefined;
  const resolve = (target: string): string | undefined => {
    names ??= new Set(headingNames(headingsIn(blocks)).keys());
    const last = target.split('#').findLast((part) => part !== '') ?? '';
    const name = last.startsWith('^') ? last : headingName(last);
    return names.has(name) ? `#${name}` : undefined;
  };
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change);
    if (typeof value !== 'object' || value === null) return value;
    if (isWikilink(value)) {
      const { link, ...rest } = value;
      const target = resolve(link.slice(WIKI.length));
      return target === undefined ? rest : { ...rest, link: target };
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, key === 'at' ? item : change(item)]),
    );
  };
  return hasWikilink(blocks) ? (change(blocks) as Block[]) : [...blocks];
}

const isWikilink = (value: object): value is TextRun & { link: string } =>
  (value as { link?: unknown }).link?.toString().startsWith(WIKI) === true;

function hasWikilink(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasWikilink);
  if (typeof value !== 'object' || value === null) return false;
  return isWikilink(value) || Object.entries(value).some(([key, item]) => key !== 'at' && hasWikilink(item));
}
