import { zipSync } from 'fflate';
import { unpackArchive } from '../../archives/unpack-archive.ts';

/** The parts of a Word document that are read, and the document with nothing else in it. */
export interface WordParts {
  /** The text of the document, its comments, its notes, its heads and feet, its charts and diagrams, by their names. */
  readonly texts: ReadonlyMap<string, string>;
  /** For the library that reads it, which unpacks it again: it can unpack to no more than what is in it. */
  readonly packed: Buffer;
}

const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:[^/]+\.xml|charts\/chart\d*\.xml|diagrams\/data\d*\.xml|_rels\/[^/]+\.rels|media\/[^/]+))$/;

/** LibreOffice moves figures above or below the line by a distance, which the library that reads them does not know. */
const withRaised = (xml: string): string =>
  xml.replace(
    /<w:position w:val="(-?)[1-9]\d*"\/>/g,
    (_, sign: string) => `<w:vertAlign w:val="${sign === '' ? 'super' : 'sub'}script"/>`,
  );

/** Unpacks a Word document. @returns undefined if it is damaged */
export function unpackWord(bytes: Uint8Array): WordParts | undefined {
  const found = unpackArchive(bytes, (name) => PARTS.test(name));
  if (!found) return undefined;
  const files = new Map(found);
  for (const [name, content] of files)
    if (/^word\/(?:document\d*|footnotes|endnotes)\.xml$/.test(name))
      files.set(name, new TextEncoder().encode(withRaised(new TextDecoder().decode(content))));
  const texts = [...files].flatMap(([name, content]) =>
    name.endsWith('.xml') ? [[name, new TextDecoder().decode(content)] as const] : [],
  );
  return { texts: new Map(texts), packed: Buffer.from(zipSync(Object.fromEntries(files), { level: 0 })) };
}
