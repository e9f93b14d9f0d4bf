import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkCharacters } from '../../../diagnostics/check-characters.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import type { TextFile } from '../../../templates/product.ts';
import { listFolder } from './list-folder.ts';
import { sizeOfOrdinaryFile } from './ordinary-file.ts';
import { reportEncoding } from './report-encoding.ts';
import { reportUnreadable } from './report-unreadable.ts';

/** The largest text file that is read, in bytes: more than a person writes by hand. */
export const LARGEST_TEXT = 2 * 1024 * 1024;
/** The largest file of Markdown: a book of 2,500 pages. */
const LARGEST_MARKDOWN = 8 * 1024 * 1024;
/** The largest number of files that is read of a pack. */
const MOST_FILES = 5000;

/**
 * Reads the text files below a folder, sorted by name. Hidden files are ignored, and links are not followed. Reports
 * files that cannot be read. Line endings become `\n`.
 */
export function readTextFiles(folder: string, endings: readonly string[], report: Report): TextFile[] {
  const files: TextFile[] = [];
  const isIncluded = (name: string) => endings.some((ending) => name.endsWith(ending));
  const beyond: string[] = [];
  const walk = (below: string) => {
    for (const { name, isFolder, isFile } of listFolder(join(folder, below), isIncluded, report)) {
      const inner = below === '' ? name : `${below}/${name}`;
      if (isFolder) walk(inner);
      else if (isFile && isIncluded(name)) {
        if (files.length >= MOST_FILES) {
          beyond.push(join(folder, inner));
          continue;
        }
        const text = readText(join(folder, inner), report);
        if (text !== undefined) files.push({ path: join(folder, inner), name: inner, text });
      }
    }
  };
  walk('');
  reportBeyond(beyond, MOST_FILES, report);
  return files;
}

/** Reports files that were not read because there are too many, at the first of them. */
export function reportBeyond(
  beyond: readonly string[],
  most: number,
  report: Report,
  hint = 'Put several entries into one file, or split the pack in two.',
): void {
  const [first] = beyond;
  if (first === undefined) return;
  const after = beyond.length - 1;
  const others =
    after === 0 ? '' : after === 1 ? ', nor was the one after it' : `, nor were the ${after} after it`;
  report.add(
    'files-too-many',
    wholeFile(first),
    `This file was not read${others}: the limit for a pack is ${most}.`,
    hint,
  );
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** Reads the text of one file. @returns undefined after a diagnostic */
export function readText(path: string, report: Report): string | undefined {
  try {
    const size = sizeOfOrdinaryFile(path);
    const largest = path.endsWith('.md') ? LARGEST_MARKDOWN : LARGEST_TEXT;
    if (size > largest) {
      report.add(
        'file-too-large',
        wholeFile(path),
        `The file is too big: ${size} bytes. The limit is ${largest}.`,
        'Split it into smaller files.',
      );
      return undefined;
    }
    return textIn(readFileSync(path), path, report);
  } catch (error) {
    reportUnreadable(path, 'file', error, report);
    return undefined;
  }
}

/** The text that some bytes are in UTF-8. @returns undefined after a diagnostic */
function textIn(bytes: Uint8Array, path: string, report: Report): string | undefined {
  let text: string;
  try {
    text = UTF_8.decode(bytes);
  } catch {
    reportEncoding(bytes, path, report);
    return undefined;
  }
  return cleanText(text, path, report);
}

/** Gives a text as the program reads it: with plain line ends, and letters that are one character each where they can be. */
export function cleanText(text: string, path: string, report: Report): string {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  checkCharacters(lines, path, report);
  // Letters and accents that macOS writes one by one are the same letters.
  return lines.replace(/[\p{L}\p{N}][\u0300-\u036F]+/gu, (letters) => letters.normalize('NFC'));
}

/** The names of the folders in a folder, sorted; empty if there is no such folder. */
export function readFolderNames(folder: string, report: Report): string[] {
  if (!isFolder(folder)) return [];
  return listFolder(folder, () => false, report)
    .filter((entry) => entry.isFolder)
    .map((entry) => entry.name);
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
