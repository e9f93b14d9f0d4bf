import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { append } from '../../../diagnostics/collections/append.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import type { PictureFile } from '../../../pages/pictures/read-pictures.ts';
import { listFolder } from './list-folder.ts';
import { sizeOfOrdinaryFile } from './ordinary-file.ts';
import { reportBeyond } from './read-files.ts';
import { reportUnreadable } from './report-unreadable.ts';

/** Whether a file is read as a picture, going by its name. */
export const isPicture = (name: string) => /\.(png|jpe?g|svg|gif|webp)$/i.test(name);
/** The largest picture that is read, in bytes. */
const LARGEST = 20 * 1024 * 1024;
/** The largest number of pictures that is read of a pack. */
const MOST_FILES = 2000;
/** How many bytes of pictures are kept after somebody has looked at each of them once: they are not read again where used. */
const MOST_KEPT = 32 * 1024 * 1024;

/** The room that is left for pictures that are kept. */
interface Room {
  left: number;
}

/** Reads the pictures below a pack's folder, sorted by name. Hidden files are ignored, and links are not followed. */
export function readPictureFiles(folder: string, report: Report): PictureFile[] {
  const files: PictureFile[] = [];
  const beyond: string[] = [];
  const room = { left: MOST_KEPT };
  const walk = (here: string) => {
    for (const { name, isFolder, isFile } of listFolder(here, isPicture, report)) {
      const path = join(here, name);
      if (isFolder) walk(path);
      else if (isFile && isPicture(name)) {
        if (files.length < MOST_FILES) append(files, readOne(path, room, report));
        else beyond.push(path);
      }
    }
  };
  walk(folder);
  reportBeyond(beyond, MOST_FILES, report, 'Remove pictures that nothing prints, or split the pack in two.');
  return files;
}

/** Reads those of some pictures that exist below a folder. Files elsewhere are not opened, whatever a Markdown file names. */
export function readNamedPictures(folder: string, paths: readonly string[], report: Report): PictureFile[] {
  const room = { left: MOST_KEPT };
  return [...new Set(paths)].flatMap((path) => {
    try {
      // macOS writes the accents in names one by one.
      const name = [path, path.normalize('NFD')].find((one) => existsSync(one)) ?? path;
      const within = realpathSync(name).startsWith(realpathSync(folder || '.') + sep);
      return within && statSync(name).isFile() ? readOne(name, room, report) : [];
    } catch {
      // Layout reports the picture as missing, at the place that names it.
      return [];
    }
  });
}

/** A picture that is read when somebody asks for it. One that has gone by then is reported, and empty. */
function pictureAt(path: string, room: Room, report: Report): PictureFile {
  let known: Uint8Array | undefined;
  const read = () => {
    try {
      return new Uint8Array(readFileSync(path));
    } catch (error) {
      reportUnreadable(path, 'picture', error, report);
      return new Uint8Array();
    }
  };
  return {
    path,
    read() {
      if (known) return known;
      const bytes = read();
      if (bytes.length > room.left) return bytes;
      room.left -= bytes.length;
      known = bytes;
      return bytes;
    },
    get bytes() {
      known ??= read();
      return known;
    },
  };
}

function readOne(path: string, room: Room, report: Report): PictureFile[] {
  try {
    const size = sizeOfOrdinaryFile(path);
    accessSync(path, constants.R_OK);
    if (size <= LARGEST) return [pictureAt(path, room, report)];
    report.add(
      'picture-too-large',
      wholeFile(path),
      `The picture is too big: ${Math.ceil(size / 1024 / 1024)} MB. The limit is ${LARGEST / 1024 / 1024} MB.`,
      'Save a smaller version: 300 pixels per inch is enough for print.',
    );
  } catch (error) {
    reportUnreadable(path, 'picture', error, report);
  }
  return [];
}
