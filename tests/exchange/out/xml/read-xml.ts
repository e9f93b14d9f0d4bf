import { SaxesParser } from 'saxes';

/** An element of a finished file, for tests. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Xml[];
  /** All text in it, as it is. */
  text: string;
}

/** Reads a whole file. @throws if it is not well-formed */
export function readXml(text: string): Xml {
  const root: Xml = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Xml = { name, attributes, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (written) => {
    for (const element of open) element.text += written;
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return root.children[0]!;
}

/** All elements of a name, in order, however deep. */
export const all = (element: Xml, name: string): Xml[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
];

/** The text of the first element of a name, without the space around it; undefined if there is none. */
export const textIn = (element: Xml, name: string): string | undefined => all(element, name)[0]?.text.trim();
