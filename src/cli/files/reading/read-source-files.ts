import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SourceFile } from '../../../content/sources/source-text.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import { listFolder } from './list-folder.ts';
import { sizeOfOrdinaryFile } from './ordinary-file.ts';
import { isFolder } from './read-files.ts';
import { reportUnreadable } from './report-unreadable.ts';

/** The largest book that is read, in bytes. */
const LARGEST = 50 * 1024 * 1024;
/** The largest number of files that is read of a book. */
const MOST_FILES = 500;

/**
 * Reads a book: one file, or the text files of a folder, sorted by name with numbers in order (2 before 10). Hidden files
 * are ignored, and links in a folder are not followed.
 */
export function readSourceFiles(path: string, report: Report): SourceFile[] {
  if (!isFolder(path)) return readOne(path, report);
  const isText = (name: string) => /\.(txt|md|markdown)$/i.test(name);
  const names = listFolder(path, isText, report)
    .filter(({ name, isFile }) => isFile && isText(name))
    .map(({ name }) => name)
    .sort(new Intl.Collator('en', { numeric: true }).compare);
  if (names.length === 0 || names.length > MOST_FILES)
    report.add(
      'source-broken',
      wholeFile(path),
      names.length === 0
        ? 'There are no text files in this folder.'
        : `There are ${names.length} text files in this folder. The limit is ${MOST_FILES}.`,
      'Choose a folder with one file per chapter: 01.txt, 02.txt.',
    );
  return names.length > MOST_FILES ? [] : names.flatMap((name) => readOne(join(path, name), report));
}

function readOne(path: string, report: Report): SourceFile[] {
  try {
    const size = sizeOfOrdinaryFile(path);
    if (size <= LARGEST) return [{ path, name: basename(path), bytes: new Uint8Array(readFileSync(path)) }];
    const message = `The file is too big: ${Math.ceil(size / 1024 / 1024)} MB. The limit is ${LARGEST / 1024 / 1024} MB.`;
    report.add(
      'file-too-large',
      wholeFile(path),
      message,
      'Use a file with the text only, without pictures.',
    );
  } catch (error) {
    reportUnreadable(path, 'file', error, report);
  }
  return [];
}
