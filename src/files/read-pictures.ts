import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Report } from '../diagnostics/report.ts';
import { reason } from './read-files.ts';

/** The bytes of a picture, and its path as it is shown to its author. */
export interface PictureFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const PICTURE = /\.(png|jpe?g|svg|gif|webp)$/i;
/** No picture that a page needs is larger, in bytes; nor does a pack have more of them. */
const LARGEST = 20 * 1024 * 1024;
const MOST_FILES = 2000;

/** The pictures below a pack's folder, in order of their names. Hidden files are passed over; links are not followed. */
export function readPictureFiles(folder: string, report: Report): PictureFile[] {
  const files: PictureFile[] = [];
  const walk = (here: string) => {
    const names = readdirSync(here).sort((a, b) => (a < b ? -1 : 1));
    for (const name of names) {
      if (name.startsWith('.') || files.length >= MOST_FILES) continue;
      const path = join(here, name);
      const stats = lstatSync(path);
      if (stats.isDirectory()) walk(path);
      else if (stats.isFile() && PICTURE.test(name)) files.push(...readOne(path, report));
    }
  };
  try {
    walk(folder);
  } catch (error) {
    report.add('file-unreadable', startOf(folder), `The folder cannot be read: ${reason(error)}.`);
  }
  return files;
}

/** Those of some pictures that are there, and below a folder: what a Markdown file names elsewhere is not opened. */
export function readNamedPictures(folder: string, paths: readonly string[], report: Report): PictureFile[] {
  return [...new Set(paths)].flatMap((path) => {
    try {
      const within = realpathSync(path).startsWith(realpathSync(folder || '.') + sep);
      return within && statSync(path).isFile() ? readOne(path, report) : [];
    } catch {
      // Whoever wants it says that it is not there.
      return [];
    }
  });
}

function readOne(path: string, report: Report): PictureFile[] {
  try {
    const { size } = statSync(path);
    if (size <= LARGEST) return [{ path, bytes: new Uint8Array(readFileSync(path)) }];
    report.add(
      'picture-too-large',
      startOf(path),
      `The picture has ${Math.ceil(size / 1024 / 1024)} MB; ${LARGEST / 1024 / 1024} is the most that is read.`,
      'Save it smaller: 300 pixels an inch are enough for print.',
    );
  } catch (error) {
    report.add('file-unreadable', startOf(path), `The picture cannot be read: ${reason(error)}.`);
  }
  return [];
}

const startOf = (file: string) => ({ file, line: 1, column: 1 });
