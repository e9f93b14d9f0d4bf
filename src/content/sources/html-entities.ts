import { decodeHTMLStrict } from 'entities';

/**
 * Gives the characters of the named entities that a text uses, for a parser of XML, which knows five names alone. A name
 * that HTML does not have is left out, also one that the text declares itself: declared entities can contain one another
 * and grow without limit, so they are never expanded.
 */
export function htmlEntities(xhtml: string): Readonly<Record<string, string>> {
  const names = new Set([...xhtml.matchAll(/&([A-Za-z][A-Za-z0-9]*);/g)].map(([, name]) => name!));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const reference = `&${name};`;
      const characters = decodeHTMLStrict(reference);
      return characters === reference ? [] : [[name, characters]];
    }),
  );
}
