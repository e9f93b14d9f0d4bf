import { asMarkup, tag } from '../html/markup.ts';
import type { ProductOut } from '../product-out.ts';
import type { BookFile } from './book-file.ts';

/** What reading programs tell people who look for a book that they can read. */
const ACCESSIBILITY: readonly (readonly [string, string])[] = [
  ['schema:accessMode', 'textual'],
  ['schema:accessMode', 'visual'],
  ['schema:accessModeSufficient', 'textual'],
  ['schema:accessibilityFeature', 'structuralNavigation'],
  ['schema:accessibilityFeature', 'tableOfContents'],
  ['schema:accessibilityFeature', 'readingOrder'],
  ['schema:accessibilityFeature', 'alternativeText'],
  ['schema:accessibilityFeature', 'displayTransformability'],
  ['schema:accessibilityHazard', 'none'],
];

/** The package document of a book: what it is, which files it has, and in which order they are read. */
export function packageOf(
  files: readonly BookFile[],
  id: string,
  { title, author, lang, date }: Pick<ProductOut, 'title' | 'author' | 'lang' | 'date'>,
): string {
  const day = date.toISOString();
  const meta = (property: string, text: string) => tag('meta', { property }, asMarkup(text));
  const metadata = [
    tag('dc:identifier', { id: 'id' }, id),
    tag('dc:title', {}, asMarkup(title)),
    tag('dc:language', {}, asMarkup(lang)),
    ...(author ? [tag('dc:creator', {}, asMarkup(author))] : []),
    tag('dc:date', {}, day.slice(0, 10)),
    meta('dcterms:modified', `${day.slice(0, 19)}Z`),
    ...ACCESSIBILITY.map(([property, text]) => meta(property, text)),
  ];
  const idOf = (name: string) => name.replace(/\W/g, '-');
  const item = ({ name, type, properties }: BookFile) =>
    `<item id="${idOf(name)}" href="${name}" media-type="${type}"${properties ? ` properties="${properties}"` : ''}/>`;
  const read = files.filter(
    ({ type, properties }) => type === 'application/xhtml+xml' && properties !== 'nav',
  );
  const spine = read.map(({ name }) => `<itemref idref="${idOf(name)}"/>`);
  const parts = [
    tag('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, `\n${metadata.join('\n')}\n`),
    tag('manifest', {}, `\n${files.map(item).join('\n')}\n`),
    tag('spine', {}, `\n${spine.join('\n')}\n`),
  ];
  const attributes = {
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': 'id',
    'xml:lang': lang,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('package', attributes, `\n${parts.join('\n')}\n`)}\n`;
}
