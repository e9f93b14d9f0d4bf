import mammoth from 'mammoth';
import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import type { Loss } from '../../losses/loss.ts';
import type { HeldPicture } from '../html/page-reading.ts';
import { readHtml } from '../html/read-html.ts';
import type { ImportSource } from '../import-source.ts';
import type { Imported } from '../imported.ts';
import { mendSource } from '../opening/mend-source.ts';
import { reportMends } from '../opening/report-mends.ts';
import { notesInPlace, withoutNotes } from './notes-in-place.ts';
import { scanWord } from './scan-word.ts';
import { unpackWord, type WordParts } from './word-parts.ts';

/** What styles of Word and LibreOffice are; those of headings are known to the library. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  'strike => s',
];

/** The most XML that is read: a thousand pages, and as much as a small computer has memory for. */
const LARGEST_TEXTS = 8 * 1024 * 1024;

/** Reads a Word document. Its places are paragraphs, counted from 1, since it has no lines. */
export async function readDocx({ path, bytes }: ImportSource, report: Report): Promise<Imported | undefined> {
  const parts = unpackWord(bytes);
  const refuse = () => {
    report.add(
      'import-refused',
      wholeFile(path),
      'This Word document is damaged.',
      'Open it in Word or LibreOffice, and save it again.',
    );
    return undefined;
  };
  const size = [...(parts?.texts.values() ?? [])].reduce((sum, { length }) => sum + length, 0);
  if (size > LARGEST_TEXTS) {
    report.add(
      'file-too-large',
      wholeFile(path),
      `The document is too big: its text unpacks to ${Math.ceil(size / 1024 / 1024)} MB. The limit is ${LARGEST_TEXTS / 1024 / 1024} MB.`,
      'Split it into several documents.',
    );
    return undefined;
  }
  const main = parts && [...parts.texts].find(([name]) => /^word\/document\d*\.xml$/.test(name))?.[1];
  const held = new Map<string, HeldPicture>();
  const html = parts && main !== undefined ? await htmlOf(parts, held) : undefined;
  if (!parts || main === undefined || html === undefined) return refuse();
  const { text, mends } = mendSource(html);
  reportMends(path, mends, report);
  const imported = readHtml({ path, text }, held);
  const { losses, paragraphs } = scanWord(main, path);
  const all = [...imported.losses, ...losses, ...notRead(paragraphs, html, path), ...otherParts(parts, path)];
  return { ...imported, losses: all.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column) };
}

/** The document as HTML, a paragraph on each line. @param held takes its pictures @returns undefined if it can't be read */
async function htmlOf({ packed }: WordParts, held: Map<string, HeldPicture>): Promise<string | undefined> {
  try {
    const convertImage = mammoth.images.imgElement(async (picture) => {
      const src = `picture-${held.size + 1}`;
      held.set(src, { type: picture.contentType, bytes: new Uint8Array(await picture.readAsArrayBuffer()) });
      return { src };
    });
    const options = {
      styleMap: STYLES,
      ignoreEmptyParagraphs: false,
      includeEmbeddedStyleMap: false,
      convertImage,
    };
    const { value } = await mammoth.convertToHtml({ buffer: packed }, options);
    // Cells of tables end with a paragraph, and so does each item of a list.
    return notesInPlace(value).replace(/<\/(?:p|h[1-6])>|<\/li>(?!<\/[uo]l><\/li>)/g, '$&\n');
  } catch {
    return undefined;
  }
}

/** Paragraphs whose words are not in what the library gives: text boxes of some kinds, and the like. */
function notRead(paragraphs: ReturnType<typeof scanWord>['paragraphs'], html: string, file: string): Loss[] {
  const bare = (text: string) => text.replace(/\s+/g, '');
  const given = bare(plainOf(withoutNotes(html)));
  let from = 0;
  return paragraphs.flatMap(({ number, text }) => {
    const words = bare(text);
    if (words === '') return [];
    const next = given.indexOf(words, from);
    if (next >= 0) from = next;
    return next >= 0 || given.includes(words)
      ? []
      : [
          {
            what: 'text in a place that is not read, such as a text box',
            text,
            at: { file, line: number, column: 1 },
          },
        ];
  });
}

const SIGNS = { lt: '<', gt: '>', quot: '"', amp: '&' };

const plainOf = (html: string) =>
  html.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|amp);/g, (_, name: keyof typeof SIGNS) => SIGNS[name]);

/** Parts of a document whose words are beside its text, and what they are. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^word\/comments\.xml$/, 'a comment'],
  [/^word\/header\d*\.xml$/, 'the head of the pages'],
  [/^word\/footer\d*\.xml$/, 'the foot of the pages'],
  [/^word\/charts\/chart\d*\.xml$/, 'a chart'],
  [/^word\/diagrams\/data\d*\.xml$/, 'a diagram (SmartArt)'],
];

/** The words of comments, of heads and feet of pages, and of drawings that are not pictures. */
function otherParts({ texts }: WordParts, path: string): Loss[] {
  return [...texts].flatMap(([name, xml]) => {
    const what = OTHERS.find(([pattern]) => pattern.test(name))?.[1];
    if (what === undefined) return [];
    const at = wholeFile(path);
    const words = scanWord(xml, path).paragraphs.map(({ text }) => text.trim());
    return words.filter((text) => text !== '').map((text) => ({ what, text, at }));
  });
}
