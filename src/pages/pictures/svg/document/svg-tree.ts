import { SaxesParser } from 'saxes';

/** An element of an SVG file. The prefixes `svg:` and `xlink:` are left out of its names. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgElement | string)[];
  /** The line where its opening tag ends, from 1. */
  readonly line: number;
}

/** What is wrong with a file, in words, and the line. */
interface XmlProblem {
  readonly problem: string;
  readonly line: number;
}

const MAX_ELEMENTS = 20_000;
const MAX_DEPTH = 64;

/** Illustrator writes the addresses of its namespaces as entities. One that has others in it is not among them. */
const ENTITY = /<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(["'])([^"'&%<]{0,200})\2\s*>/g;
const MAX_ENTITIES = 60;

type OpenElement = Omit<SvgElement, 'children'> & { children: (SvgElement | string)[] };

/**
 * Reads SVG as a tree. It knows the entities of XML itself, and short texts that the file names; it never opens a file or an
 * address.
 */
export function readSvgTree(text: string): SvgElement | XmlProblem {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  let count = 0;
  let found: XmlProblem | undefined;
  const fail = (problem: string) => {
    found ??= { problem, line: parser.line };
  };
  parser.on('error', (error) => fail(error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')));
  parser.on('doctype', (doctype) => {
    const named = [...doctype.matchAll(ENTITY)].slice(0, MAX_ENTITIES);
    Object.assign(parser.ENTITIES, Object.fromEntries(named.map(([, name, , value]) => [name!, value!])));
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes as Record<string, string>).map(([name, value]) => [
        name.replace(/^xlink:/, ''),
        value,
      ]),
    );
    const element: OpenElement = {
      name: tag.name.replace(/^svg:/, ''),
      attributes,
      children: [],
      line: parser.line,
    };
    count++;
    if (count > MAX_ELEMENTS) fail(`it has more than ${MAX_ELEMENTS} elements`);
    if (open.length > MAX_DEPTH) fail(`its elements are nested more than ${MAX_DEPTH} deep`);
    if (found) return;
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    if (!found) open.pop();
  });
  const add = (words: string) => {
    if (!found) open.at(-1)?.children.push(words);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  // In pieces, so that reading can stop at the first problem.
  for (let at = 0; at < text.length && !found; at += 65_536) parser.write(text.slice(at, at + 65_536));
  if (!found) parser.close();
  return found ?? root ?? { problem: 'it is empty', line: 1 };
}
