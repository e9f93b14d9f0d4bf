import type { Report } from '../../diagnostics/report.ts';
import { slug } from '../entries/entry.ts';
import { chapterNumber } from './chapter-number.ts';
import { chapterText } from './chapter-text.ts';
import { decodeSource } from './decode-source.ts';
import { type FoundChapters, findChapters } from './find-chapters.ts';
import { NAME_PART, readEpub } from './read-epub.ts';
import { createSourceRoom, type SourceRoom } from './source-room.ts';
import {
  headingWords,
  type PackChapters,
  type SourceBlock,
  type SourceChapter,
  type SourceFile,
  type SourceText,
} from './source-text.ts';
import { textBlocks } from './text-blocks.ts';

/**
 * Reads the text to check quotations against: an EPUB, a text file, or several files, each a chapter.
 * @param path the file or folder that the user named, for problems with the whole
 * @returns undefined, and a diagnostic, if there is nothing to check against
 */
export function readSource(
  path: string,
  files: readonly SourceFile[],
  pack: PackChapters,
  report: Report,
): SourceText | undefined {
  const name = path.replace(/[\\/]+$/, '').replace(/^.*[\\/]/, '');
  const room = createSourceRoom();
  const read = files.map((file) =>
    room.over() === undefined ? blocksOf(file, pack, room, report) : undefined,
  );
  const texts = read.filter((blocks) => blocks !== undefined);
  // With only a part of the text, the rest of the quotations would look absent.
  if (texts.length < files.length || files.length === 0) return undefined;
  const { chapters, unmatched } =
    texts.length === 1 ? findChapters(texts[0]!, pack) : inFiles(texts, files, pack);
  if (chapters.length > 0 && unmatched === undefined) return { name, chapters, isMatched: true };
  const whole = { title: name, ...chapterText(texts.flat()) };
  // A pack without chapters needs none in the text.
  if (pack.chapters.length === 0) return { name, chapters: [whole], isMatched: true };
  report.add(
    'source-chapters',
    { file: path, line: 1, column: 1 },
    unmatched === undefined
      ? 'No chapters were found in this text. Words are checked, but not which chapter they are in.'
      : `The chapters of this text do not match those of the pack (${unmatched}). Words are checked, but not which chapter they are in.`,
    `To check chapters too, put a line such as “# ${pack.chapters[0]!.id}” above each ${pack.unit}, with its id in the pack, or use a folder with one file for each, such as ${pack.chapters[0]!.id}.txt.`,
  );
  return { name, chapters: chapters.length > 0 ? chapters : [whole], isMatched: false };
}

/** Finds the chapters of a folder. Files without numbers are counted; there must be equally many as chapters in the pack. */
function inFiles(
  texts: readonly SourceBlock[][],
  files: readonly SourceFile[],
  pack: PackChapters,
): FoundChapters {
  const found = texts.map((blocks, index) => chapterOf(files[index]!, blocks, index, pack));
  const chapters = found.flatMap((file) => file.chapters);
  if (pack.chapters.length === 0) return { chapters };
  const ids = chapters.map(({ id }) => id);
  const isCounted = found.some((file) => file.isCounted) && files.length !== pack.chapters.length;
  const isKnown = ids.some((id) => pack.chapters.some((chapter) => chapter.id === id));
  const unmatched =
    new Set(ids).size < ids.length
      ? 'two files have the same number'
      : isCounted || !isKnown
        ? 'the file names do not show which is which'
        : undefined;
  return unmatched === undefined
    ? { chapters }
    : {
        unmatched,
        chapters: chapters.map(({ title, paragraphs, voices }) => ({
          title,
          paragraphs,
          ...(voices && { voices }),
        })),
      };
}

function blocksOf(
  file: SourceFile,
  pack: PackChapters,
  room: SourceRoom,
  report: Report,
): SourceBlock[] | undefined {
  if (/\.epub$/i.test(file.name)) return readEpub(file, room, report);
  const text = decodeSource(file, report);
  if (text === undefined) return undefined;
  const blocks = textBlocks(text.replace(/^\uFEFF/, ''), headingWords(pack));
  for (const block of blocks) room.take(block.text, block.heading !== undefined);
  const over = room.over();
  if (over === undefined) return blocks;
  report.add('source-broken', { file: file.path, line: 1, column: 1 }, over, NAME_PART);
  return undefined;
}

/** Reads a file of a folder: one chapter, with its number in the file's name or first line, or several with headings. */
function chapterOf(
  file: SourceFile,
  blocks: readonly SourceBlock[],
  order: number,
  pack: PackChapters,
): { chapters: SourceChapter[]; isCounted: boolean } {
  const stem = file.name.replace(/\.[^.]*$/, '');
  const first = blocks[0];
  const heading =
    first && (first.heading !== undefined || chapterNumber(first.text, headingWords(pack)))
      ? first.text
      : undefined;
  const inside = findChapters(blocks, pack).chapters.filter(({ id }) => id !== undefined);
  if (inside.length > 1 && inside.every(({ id }) => pack.chapters.some((chapter) => chapter.id === id)))
    return { chapters: inside, isCounted: false };
  const number =
    Number(/(?:^|[^\d])0*(\d{1,3})(?:[^\d]|$)/.exec(stem)?.[1]) ||
    chapterNumber(heading ?? '', headingWords(pack))?.number;
  const named = pack.chapters.find(({ id }) => id === stem || id === slug(stem));
  const text = chapterText(blocks.slice(heading === undefined ? 0 : 1));
  return {
    chapters: [{ id: named?.id ?? String(number || order + 1), title: heading ?? stem, ...text }],
    isCounted: named === undefined && !number,
  };
}
