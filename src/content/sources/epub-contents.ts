import { decodeHTMLStrict } from 'entities';
import { SaxesParser } from 'saxes';
import { decodedAddress } from '../../diagnostics/decoded-address.ts';
import { htmlEntities } from './html-entities.ts';
import type { SourceBlock } from './source-text.ts';
import type { XhtmlPage } from './xhtml-blocks.ts';

/** Resolves an address against the path of the file in the archive that contains it. */
export function resolveHref(from: string, href: string): string {
  const path = decodedAddress(href.split('#')[0]!);
  const steps = path === '' ? from.split('/') : [...from.split('/').slice(0, -1), ...path.split('/')];
  const kept: string[] = [];
  for (const step of steps)
    if (step === '..') kept.pop();
    else if (step !== '.' && step !== '') kept.push(step);
  return kept.join('/');
}

/** A line of the table of contents, and its target. */
interface ContentsEntry {
  readonly title: string;
  readonly path: string;
  readonly id: string;
  /** From 1; higher for nested lines. */
  readonly depth: number;
}

/** Reads the contents of an EPUB 3: the links in its navigation page, except lists of pages and landmarks. */
export function navEntries(xhtml: string, from: string): ContentsEntry[] {
  const found: ContentsEntry[] = [];
  let inContents = false;
  let depth = 0;
  let link: { href: string; title: string } | undefined;
  const parser = new SaxesParser({ xmlns: false, position: false });
  Object.assign(parser.ENTITIES, htmlEntities(xhtml));
  parser.on('error', () => {});
  parser.on('opentag', ({ name, attributes }) => {
    const given = attributes as Record<string, string>;
    if (name === 'nav') inContents = (given['epub:type'] ?? 'toc') === 'toc';
    if (name === 'ol') depth++;
    if (name === 'a' && inContents && given['href'] !== undefined) link = { href: given['href'], title: '' };
  });
  parser.on('text', (text) => {
    if (link) link.title += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'nav') inContents = false;
    if (name === 'ol') depth--;
    if (name !== 'a' || !link) return;
    found.push({ ...entry(link.title, link.href, from), depth });
    link = undefined;
  });
  parser.write(xhtml).close();
  return found;
}

/** Reads the contents of an EPUB 2. */
export function ncxEntries(xml: string, from: string): ContentsEntry[] {
  const steps = xml.matchAll(
    /<(\/?)navPoint\b|<navLabel>\s*<text>([^<]*)<\/text>\s*<\/navLabel>\s*<content[^>]*\bsrc="([^"]*)"/g,
  );
  let depth = 0;
  return [...steps].flatMap(([, closes, title, src]) => {
    if (title !== undefined && src !== undefined)
      return [{ ...entry(decodeHTMLStrict(title), src, from), depth }];
    depth += closes === '' ? 1 : -1;
    return [];
  });
}

const entry = (title: string, href: string, from: string) => ({
  title: title.replace(/\s+/g, ' ').trim(),
  path: resolveHref(from, href),
  id: href.split('#')[1] ?? '',
});

/** Inserts the lines of the table of contents into a page’s blocks, each before its target. */
export function withContents(
  path: string,
  { blocks, ids }: XhtmlPage,
  contents: readonly ContentsEntry[],
): SourceBlock[] {
  const before = new Map<number, SourceBlock[]>();
  for (const { title, depth, id } of contents.filter((line) => line.path === path)) {
    const position = id === '' ? 0 : (ids.get(id) ?? 0);
    const here = before.get(position) ?? [];
    here.push({ text: title, heading: 0, depth });
    before.set(position, here);
  }
  return [...blocks, undefined].flatMap((block, index) => [
    ...(before.get(index) ?? []),
    ...(block ? [block] : []),
  ]);
}
