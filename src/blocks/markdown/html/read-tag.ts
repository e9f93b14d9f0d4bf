import { parseFragment } from 'parse5';

/** The attributes of an element, by their names in small letters. */
export type Attributes = ReadonlyMap<string, string>;

/** One tag. */
export interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: Attributes;
}

const BARE = /^<(\/?)([a-z][a-z0-9-]*)\s*\/?>$/i;
const NONE: Attributes = new Map();

/** Reads a single tag, such as `<br>`, `</b>` or `<img src="a.png">`; undefined for anything else that begins with `<`. */
export function readTag(text: string): Tag | undefined {
  const [, slash, bare] = BARE.exec(text) ?? [];
  if (bare !== undefined) return { name: bare.toLowerCase(), closes: slash === '/', attributes: NONE };
  const [, name] = /^<([a-z][^\s/>]*)/i.exec(text) ?? [];
  if (name === undefined) return undefined;
  // In a fragment of its own, a tag like <td> is dropped: its attributes are read from another element.
  const [element] = parseFragment(`<span${text.slice(1 + name.length)}`).childNodes;
  return {
    name: name.toLowerCase(),
    closes: false,
    attributes: element && 'attrs' in element ? attributesOf(element.attrs) : NONE,
  };
}

/** Gives the attributes of a parsed element. */
export const attributesOf = (
  attributes: readonly { readonly name: string; readonly value: string }[],
): Attributes => new Map(attributes.map(({ name, value }) => [name, value]));
