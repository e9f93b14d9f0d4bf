import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Report } from '../../diagnostics/report.ts';
import { navEntries, ncxEntries, resolveHref, withContents } from './epub-contents.ts';
import type { SourceRoom } from './source-room.ts';
import type { SourceBlock, SourceFile } from './source-text.ts';
import { xhtmlBlocks } from './xhtml-blocks.ts';

/** Limits on unpacking an EPUB: bytes of one file, bytes of all files, number of files. */
const LARGEST = 16 * 1024 * 1024;
const LARGEST_IN_ALL = 64 * 1024 * 1024;
const MOST_FILES = 5000;

/** Reads the paragraphs of an EPUB in reading order, with its table of contents as headings of level 0. */
export function readEpub(file: SourceFile, room: SourceRoom, report: Report): SourceBlock[] | undefined {
  const refuse = (message: string, hint: string) => {
    report.add('source-broken', { file: file.path, line: 1, column: 1 }, message, hint);
    return undefined;
  };
  const files = unzipTexts(file.bytes);
  if (typeof files === 'string') return refuse(files, NAME_ANOTHER);
  const textOf = (path: string) => {
    const bytes = ownValue(files, path);
    return bytes && new TextDecoder().decode(bytes).replace(/^\uFEFF/, '');
  };
  const container = textOf('META-INF/container.xml');
  if (container === undefined)
    return refuse('This is an archive, but not an EPUB: META-INF/container.xml is missing.', NAME_ANOTHER);
  if (elementsOf(textOf('META-INF/encryption.xml') ?? '', 'CipherReference').some(isText))
    return refuse(
      'This EPUB is locked (it has DRM), and the program does not open locked books.',
      'Use a copy of the text that is not locked.',
    );
  const opf = elementsOf(container, 'rootfile')[0]?.['full-path'] ?? '';
  const packaged = textOf(opf);
  if (packaged === undefined)
    return refuse('This EPUB is broken: the list of its files is missing.', NAME_ANOTHER);
  const items = elementsOf(packaged, 'item');
  const hrefs = new Map(items.map(({ id, href }) => [id, href]).reverse() as [string, string | undefined][]);
  const pathOf = (id: string | undefined) => {
    const href = id === undefined ? undefined : hrefs.get(id);
    return href === undefined ? undefined : resolveHref(opf, href);
  };
  // A file that is listed twice is read once: a book has no reason to, and a bomb does it thousands of times.
  const spine = new Set(elementsOf(packaged, 'itemref').flatMap(({ idref }) => pathOf(idref) ?? []));
  const nav = items.find((item) => /(^| )nav( |$)/.test(item['properties'] ?? ''))?.['id'];
  const ncx = items.find((item) => item['media-type'] === 'application/x-dtbncx+xml')?.['id'];
  const [navPath, ncxPath] = [pathOf(nav), pathOf(ncx)];
  const contents = [
    ...(navPath === undefined ? [] : navEntries(textOf(navPath) ?? '', navPath)),
    ...(nav !== undefined || ncxPath === undefined ? [] : ncxEntries(textOf(ncxPath) ?? '', ncxPath)),
  ];
  for (const { title } of contents) room.take(title, true);
  const blocks = [...spine]
    .filter((path) => path !== navPath)
    .flatMap((path) =>
      room.over() === undefined ? withContents(path, xhtmlBlocks(textOf(path) ?? '', room), contents) : [],
    );
  const over = room.over();
  if (over !== undefined) return refuse(over, NAME_PART);
  return blocks.some(({ heading }) => heading === undefined)
    ? blocks
    : refuse('There is no text in this EPUB.', NAME_ANOTHER);
}

export const NAME_PART = 'Use a file that has only the book of the pack.';
const NAME_ANOTHER = 'Use an EPUB, a text file, or a folder with one file per chapter.';

/** Whether an encrypted file is text. Fonts often are encrypted, and do not matter. */
const isText = ({ URI = '' }: Record<string, string>) => /\.(x?html?|xml|opf|ncx)$/i.test(URI);

/** Unpacks the text files of an archive, within the sizes that its directory gives, or says what is wrong with it. */
function unzipTexts(bytes: Uint8Array): Record<string, Uint8Array> | string {
  let count = 0;
  let all = 0;
  let problem: string | undefined;
  try {
    const files = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        if (!/\.(x?html?|xml|opf|ncx)$/i.test(name)) return false;
        count++;
        all += originalSize;
        // A file that is larger compressed than uncompressed hides its true size.
        if (
          originalSize > LARGEST ||
          all > LARGEST_IN_ALL ||
          count > MOST_FILES ||
          size > originalSize + 1024
        )
          problem = `This EPUB would unpack to more than ${LARGEST_IN_ALL / 1024 / 1024} MB of text.`;
        return problem === undefined;
      },
    });
    return problem ?? files;
  } catch {
    return 'This is not an EPUB: it is not an archive, or it is damaged.';
  }
}

/** Gives the attributes of all elements with a name, ignoring namespace prefixes. */
function elementsOf(xml: string, elementName: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', () => {});
  parser.on('opentag', ({ name, attributes }) => {
    if (name.replace(/^.*:/, '') === elementName) found.push(attributes as Record<string, string>);
  });
  parser.write(xml).close();
  return found;
}
