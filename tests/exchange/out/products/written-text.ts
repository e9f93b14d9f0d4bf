import { unzipSync } from 'fflate';
import { all, readXml, type Xml } from '../xml/read-xml.ts';

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** A paragraph of a Word file. */
export interface WordLine {
  readonly style: string | undefined;
  readonly text: string;
  readonly isNumbered: boolean;
  readonly xml: Xml;
}

/** The parts of a Word file, and its paragraphs in order. */
export function readWord(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const part = (name: string) => (files[name] ? readXml(decode(files[name])) : undefined);
  const document = part('word/document.xml')!;
  return { files, part, document, lines: all(document, 'w:p').map(lineOf), text: textOfWord(document) };
}

const attribute = (element: Xml, inside: string, name = 'w:val') => all(element, inside)[0]?.attributes[name];

const lineOf = (xml: Xml): WordLine => ({
  style: attribute(xml, 'w:pStyle'),
  text: textOfWord(xml).trim(),
  isNumbered: all(xml, 'w:numPr').length > 0,
  xml,
});

/** What is read of a part of a Word file, with descriptions in place of pictures. */
export function textOfWord(element: Xml): string {
  if (element.name === 'w:t') return element.text;
  if (element.name === 'w:tab' || element.name === 'w:br') return ' ';
  if (element.name === 'wp:docPr') return ` ${element.attributes['descr'] ?? ''} `;
  if (element.name === 'w:instrText') return '';
  const inner = element.children.map(textOfWord).join('');
  return element.name === 'w:p' ? `${inner}\n` : inner;
}

/** What is read of a web page, or of all chapters of a book, with descriptions in place of pictures. */
export function textOfPages(bytes: Uint8Array): string {
  const isBook = bytes[0] === 0x50;
  const files = isBook ? unzipSync(bytes) : {};
  const pages = isBook
    ? Object.entries(files).flatMap(([name, file]) => (/chapter\d+\.xhtml$/.test(name) ? [decode(file)] : []))
    : [decode(bytes)];
  return pages.map(plainOfPage).join('\n');
}

const plainOfPage = (page: string): string =>
  page
    .replace(/^[\s\S]*<body[^>]*>/, '')
    // Numbers of lines and the like are not read out.
    .replace(/<span class="number"[^>]*>[^<]*<\/span>/g, ' ')
    .replace(/<img[^>]* alt="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<\/?(?:a|b|i|em|strong|span|sub|sup|u|s|code|small|mark|cite|q)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name]!);

/** The words of a text. */
export const wordsOf = (text: string): string[] => text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];

/** Where the words of a text are in others, from a place on; -1 if they are not. */
export function placeIn(words: readonly string[], sought: readonly string[], from = 0): number {
  for (let place = from; place <= words.length - sought.length; place++)
    if (sought.every((word, index) => words[place + index] === word)) return place;
  return -1;
}
