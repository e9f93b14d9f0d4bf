import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../diagnostics/report.ts';

/** A text file: where it is, as it is shown to its author, and its name within the folder that was read. */
export interface TextFile {
  readonly path: string;
  /** With `/`. */
  readonly name: string;
  readonly text: string;
}

/** No file of text that a person writes is larger, in bytes. */
export const LARGEST_TEXT = 2 * 1024 * 1024;
/** Nor does a pack have more files. */
const MOST_FILES = 5000;

/**
 * Reads the text files below a folder, in order of their names. Hidden files are passed over; links are not followed.
 * Reports what cannot be read. Line ends become `\n`.
 */
export function readTextFiles(folder: string, endings: readonly string[], report: Report): TextFile[] {
  const files: TextFile[] = [];
  const walk = (below: string) => {
    const here = join(folder, below);
    let names: string[];
    try {
      names = readdirSync(here).sort((a, b) => (a < b ? -1 : 1));
    } catch (error) {
      report.add('file-unreadable', startOf(here), `The folder cannot be read: ${reason(error)}.`);
      return;
    }
    for (const name of names) {
      if (name.startsWith('.')) continue;
      const inner = below === '' ? name : `${below}/${name}`;
      const stats = lstatSync(join(folder, inner));
      if (stats.isDirectory()) walk(inner);
      else if (
        stats.isFile() &&
        endings.some((ending) => name.endsWith(ending)) &&
        files.length < MOST_FILES
      ) {
        const text = readText(join(folder, inner), report);
        if (text !== undefined) files.push({ path: join(folder, inner), name: inner, text });
      }
    }
  };
  walk('');
  return files;
}

/** The text of one file, or undefined and a diagnostic. */
export function readText(path: string, report: Report): string | undefined {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_TEXT) {
      report.add(
        'file-too-large',
        startOf(path),
        `The file has ${size} bytes; ${LARGEST_TEXT} is the most that is read.`,
        'Split it.',
      );
      return undefined;
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  } catch (error) {
    const badText = error instanceof TypeError;
    report.add(
      'file-unreadable',
      startOf(path),
      badText ? 'The file is not UTF-8 text.' : `The file cannot be read: ${reason(error)}.`,
      badText ? 'Save it as UTF-8.' : undefined,
    );
    return undefined;
  }
}

/** The names of the folders in a folder, in order; none if there is no such folder. */
export function readFolderNames(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort((a, b) => (a < b ? -1 : 1));
  } catch {
    return [];
  }
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

const startOf = (file: string) => ({ file, line: 1, column: 1 });

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** What the operating system says, in plain words. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the disk is read-only',
    ENOENT: 'it is not there',
    ENOTDIR: 'part of its path is a file, not a folder',
    EEXIST: 'a file of that name is in the way',
    ENOSPC: 'the disk is full',
    EISDIR: 'it is a folder',
  };
  return known[code ?? ''] ?? message;
}
