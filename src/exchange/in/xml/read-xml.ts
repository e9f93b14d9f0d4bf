import { SaxesParser } from 'saxes';
import { htmlEntities } from '../../../content/sources/html-entities.ts';
import type { XmlElement } from './xml-node.ts';

/** More than any bank of questions has in one file. */
const LARGEST = 64 * 1024 * 1024;
const MOST_ELEMENTS = 1_000_000;
const DEEPEST = 250;

/** A file of XML as far as it could be read. */
interface XmlDocument {
  /** Undefined if it has no element at all. */
  readonly root: XmlElement | undefined;
  /** Why it was not read to its end, and from where on. What is above has been read. */
  readonly fault?: { readonly what: string; readonly line: number; readonly column: number };
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (XmlElement | string)[];
  readonly line: number;
  readonly column: number;
}

/**
 * Reads XML into elements. No document type is followed and no entity is expanded but the characters that HTML has names for,
 * so that a small file cannot grow.
 * @param isWhole elements that are left out where a fault is within them, since they may lack their end
 */
export function readXml(written: string, isWhole: (name: string) => boolean = () => false): XmlDocument {
  if (written.length > LARGEST) return { root: undefined, fault: fault('it is larger than 64 MB', 1, 1) };
  // An ampersand that stands for itself is often not escaped by those who write XML by hand.
  const declared = written.replace(/^(\s*<\?xml\b[^>]*?["'])(?=encoding|standalone)/, '$1 ');
  const text = declared.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|&(?!#?\w+;)/g, (found) =>
    found === '&' ? '&amp;' : found,
  );
  const parser = new SaxesParser({ xmlns: false, position: true });
  const top: Open = { name: '', attributes: {}, children: [], line: 1, column: 1 };
  const open: Open[] = [top];
  let stopped: XmlDocument['fault'];
  let count = 0;
  let begins = { line: 1, column: 1 };
  const stop = (what: string) => {
    stopped ??= fault(what, parser.line, parser.column + 1);
  };
  const add = (words: string) => {
    if (!stopped) open.at(-1)!.children.push(words);
  };
  parser.ENTITIES = { ...parser.ENTITIES, ...htmlEntities(text) };
  parser.on('error', ({ message }) => stop(inWords(message)));
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) stop('it declares entities of its own, which are not expanded');
  });
  parser.on('opentagstart', ({ name }) => {
    begins = { line: parser.line, column: Math.max(1, parser.column - name.length - 1) };
  });
  parser.on('opentag', ({ name, attributes }) => {
    count++;
    if (count > MOST_ELEMENTS) stop('it has more than a million elements');
    if (open.length > DEEPEST) stop(`elements are more than ${DEEPEST} deep in one another`);
    if (stopped) return;
    open.push({ name: bare(name), attributes: bareAttributes(attributes), children: [], ...begins });
  });
  parser.on('closetag', () => {
    if (!stopped) close(open);
  });
  parser.on('text', add);
  parser.on('cdata', add);
  // In pieces, so that it ends soon after a fault.
  for (let from = 0; from < text.length && !stopped; from += PIECE)
    parser.write(text.slice(from, from + PIECE));
  if (!stopped) parser.close();
  const cut = open.findIndex(({ name }) => isWhole(name));
  // What is left out begins where its element does, not where the parser gave up.
  if (cut > 0 && stopped) stopped = fault(stopped.what, open[cut]!.line, open[cut]!.column);
  if (cut > 0) open.length = cut;
  while (open.length > 1) close(open);
  const root = top.children.find((child) => typeof child !== 'string');
  return { root: root as XmlElement | undefined, ...(stopped && { fault: stopped }) };
}

const PIECE = 65536;

const fault = (what: string, line: number, column: number) => ({ what, line, column });

function close(open: Open[]): void {
  const done = open.pop()!;
  open.at(-1)!.children.push(done);
}

const bare = (name: string): string => name.replace(/^.*:/, '');

const bareAttributes = (attributes: Readonly<Record<string, string>>): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [bare(name), value])),
  ...attributes,
});

/** What the parser says, in words that say where to look. */
function inWords(message: string): string {
  const said = message.replace(/^(?:.*?:)?\d+:\d+:\s*/, '').replace(/\.$/, '');
  if (/unclosed tag|unexpected end|must contain a root/i.test(said)) return 'it ends too soon';
  if (/undefined entity/i.test(said)) return 'it uses an entity that is not known';
  return `it is not well-formed XML (${said})`;
}
