import type { Report } from '../diagnostics/report.ts';
import { chapterNumber } from './chapter-number.ts';
import { decodeText } from './decode-text.ts';
import { findChapters } from './find-chapters.ts';
import { readEpub } from './read-epub.ts';
import type { SourceBlock, SourceChapter, SourceFile, SourceText, WantedChapters } from './source-text.ts';
import { textBlocks } from './text-blocks.ts';

/**
 * Reads the text that quotations are to be checked against: an EPUB, a text, or several files, each a chapter.
 * @param path what was named, for problems of the whole
 * @returns undefined, and a diagnostic, if there is nothing to check against
 */
export function readSource(
  path: string,
  files: readonly SourceFile[],
  wanted: WantedChapters,
  report: Report,
): SourceText | undefined {
  const name = path.replace(/[\\/]+$/, '').replace(/^.*[\\/]/, '');
  const read = files.map((file) => blocksOf(file, wanted, report));
  const texts = read.filter((blocks) => blocks !== undefined);
  // A part of the text would make the rest of the quotations look absent.
  if (texts.length < files.length || files.length === 0) return undefined;
  const chapters =
    texts.length === 1
      ? findChapters(texts[0]!, wanted)
      : texts.flatMap((blocks, index) => chapterOf(files[index]!, blocks, index, wanted));
  if (chapters.length > 0) return { name, chapters };
  const paragraphs = texts.flat().map(({ text }) => text);
  // A pack that names no chapters needs none.
  if (wanted.chapters.length === 0) return { name, chapters: [{ title: name, paragraphs }] };
  report.add(
    'source-chapters',
    { file: path, line: 1, column: 1 },
    'No chapters were found in this text, so no quotation’s place can be checked.',
    `Put a line “Chapter 1” (or “# 1”) above each ${wanted.unit}, or name a folder with a file for each: 01.txt, 02.txt.`,
  );
  return undefined;
}

function blocksOf(file: SourceFile, { unit }: WantedChapters, report: Report): SourceBlock[] | undefined {
  if (/\.epub$/i.test(file.name)) return readEpub(file, report);
  const text = decodeText(file, report);
  return text === undefined ? undefined : textBlocks(text.replace(/^\uFEFF/, ''), unit);
}

/** A file of a folder: one chapter, whose number stands in its name or its first line; or several, if it says so. */
function chapterOf(
  file: SourceFile,
  blocks: readonly SourceBlock[],
  order: number,
  wanted: WantedChapters,
): SourceChapter[] {
  const stem = file.name.replace(/\.[^.]*$/, '');
  const first = blocks[0];
  const heading =
    first && (first.heading !== undefined || chapterNumber(first.text, wanted.unit)) ? first.text : undefined;
  const inside = findChapters(blocks, wanted).filter(({ id }) => id !== undefined);
  if (inside.length > 1 && inside.every(({ id }) => wanted.chapters.some((chapter) => chapter.id === id)))
    return inside;
  const number =
    Number(/(?:^|[^\d])0*(\d{1,3})(?:[^\d]|$)/.exec(stem)?.[1]) ||
    chapterNumber(heading ?? '', wanted.unit)?.number ||
    order + 1;
  const named = wanted.chapters.find(({ id }) => id === stem);
  const paragraphs = blocks.slice(heading === undefined ? 0 : 1).map(({ text }) => text);
  return [{ id: named?.id ?? String(number), title: heading ?? stem, paragraphs }];
}
