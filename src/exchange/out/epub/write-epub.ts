import { createHash } from 'node:crypto';
import { strToU8, type Zippable, type ZippableFile, zipSync } from 'fflate';
import type { Block, Heading } from '../../../blocks/block.ts';
import { innerBlocks } from '../../../blocks/inner-blocks.ts';
import { plainText } from '../../../blocks/plain-text.ts';
import { withMeaningsOnce } from '../../../blocks/with-meanings-once.ts';
import type { FileOut } from '../format-out.ts';
import { asMarkup, tag } from '../html/markup.ts';
import { pageBlocks } from '../html/page-blocks.ts';
import { pageStyle } from '../html/page-style.ts';
import { createPageNotes, startPage } from '../html/start-page.ts';
import type { ProductOut } from '../product-out.ts';
import { withCardsInBoxes } from '../products/cards-in-boxes.ts';
import { startLosses } from '../products/start-losses.ts';
import type { BookFile } from './book-file.ts';
import { coverOf } from './cover-of.ts';
import { navigationOf } from './navigation-of.ts';
import { packageOf } from './package-of.ts';
import { splitChapters } from './split-chapters.ts';

/** The earliest time that a zip can say, so that its bytes do not depend on when it was made. */
const TIME = new Date(1980, 0, 1);

/**
 * Writes a document as an EPUB 3: a chapter for each heading of level 1, or for large ones of level 2, with a cover and a table
 * of contents. Its id is that of the product, so that a later edition takes the place of an earlier one.
 */
export function writeEpub(given: ProductOut): FileOut {
  const document = withCardsInBoxes({ ...given, blocks: withMeaningsOnce(given.blocks) });
  const { losses, lose, loseOfAll } = startLosses(document);
  const pictures = new Map<string, BookFile>();
  const chapters = splitChapters(document.blocks);
  const fileOf = new Map<Heading, string>();
  for (const { name, blocks } of chapters)
    for (const heading of headingsIn(blocks)) fileOf.set(heading, name);
  loseOfAll('pages: their heads and feet, columns and margins');

  let notes = createPageNotes();
  const context = startPage(document, {
    sourceOf: (picture) => keptPicture(picture, pictures),
    addNote: (content) => notes.add(content),
    linkTo: (heading, id) => `${fileOf.get(heading) ?? ''}#${id}`,
    lose,
  });
  const pages = chapters.map(({ name, title, blocks }): BookFile => {
    notes = createPageNotes();
    const body = pageBlocks(blocks, context) + notes.markup();
    return xhtml(name, title || document.title, body, document);
  });
  const headings = [...context.levels].flatMap(([heading, level]) => {
    const file = fileOf.get(heading);
    const text = plainText(heading.text).trim();
    return file && level <= 2 && text ? [{ text, level, link: `${file}#${context.idOf(heading)}` }] : [];
  });
  const files: BookFile[] = [
    xhtml('nav.xhtml', document.title, navigationOf(headings, document), document, 'nav'),
    coverOf(document),
    ...pages,
    { name: 'style.css', type: 'text/css', bytes: strToU8(pageStyle(document.style)) },
    ...pictures.values(),
  ];
  const id = idOf(document);
  return { bytes: packed(files, strToU8(packageOf(files, id, document))), losses };
}

const headingsIn = (blocks: readonly Block[]): Heading[] =>
  blocks.flatMap((block) => [
    ...(block.kind === 'heading' ? [block] : []),
    ...innerBlocks(block).flatMap(headingsIn),
  ]);

/** Keeps a picture as a file, once, and gives its name. */
function keptPicture(
  { type, bytes }: { readonly type: 'png' | 'jpeg' | 'svg'; readonly bytes: Uint8Array },
  pictures: Map<string, BookFile>,
): string {
  const key = createHash('sha256').update(bytes).digest('hex');
  const known = pictures.get(key);
  if (known) return known.name;
  const name = `picture${pictures.size + 1}.${type === 'jpeg' ? 'jpg' : type}`;
  pictures.set(key, { name, type: type === 'svg' ? 'image/svg+xml' : `image/${type}`, bytes });
  return name;
}

function xhtml(
  name: string,
  title: string,
  body: string,
  { lang }: ProductOut,
  properties?: string,
): BookFile {
  const head = [
    tag('title', {}, asMarkup(title)),
    tag('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
  ].join('\n');
  const attributes = {
    xmlns: 'http://www.w3.org/1999/xhtml',
    'xmlns:epub': 'http://www.idpf.org/2007/ops',
    lang,
    'xml:lang': lang,
  };
  const content = `<head>\n${head}\n</head>\n<body>\n${tag('main', {}, body)}\n</body>`;
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${tag('html', attributes, content)}\n`;
  return { name, type: 'application/xhtml+xml', bytes: strToU8(text), ...(properties && { properties }) };
}

/** The id of a book, in the form of a UUID. */
function idOf({ id, author = '', lang }: ProductOut): string {
  const hash = createHash('sha256').update([id, author, lang].join('\n'));
  const digits = hash.digest('hex');
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

const CONTAINER =
  '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n';

/** Packs a book. Its type comes first, as it is, so that readers can tell it by its first bytes. */
function packed(files: readonly BookFile[], opf: Uint8Array): Uint8Array {
  const all: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0, mtime: TIME }],
    'META-INF/container.xml': [strToU8(CONTAINER), { mtime: TIME }],
    'book/package.opf': [opf, { mtime: TIME }],
  };
  const others = files.map(({ name, bytes }): [string, ZippableFile] => [
    `book/${name}`,
    [bytes, { mtime: TIME }],
  ]);
  return zipSync({ ...all, ...Object.fromEntries(others) });
}
