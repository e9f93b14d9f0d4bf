import { dirname, join, relative, resolve } from 'node:path';
import type { SchoolFiles } from '../../../build/jobs/build-options.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { placeInSchool, readSchool, SCHOOL_FILE } from '../../../templates/school.ts';
import { isFile, isFolder, readText, readTextFiles } from './read-files.ts';
import { readNamedPictures } from './read-pictures.ts';

/** The folder of files of words, beside `studypack.yaml`. */
const WORDS_FOLDER = 'words';

/**
 * Reads `studypack.yaml`, the logo that it names, and the words beside it. There need not be any of them; a logo that is
 * named and not there is reported at its line.
 * @param path of `studypack.yaml`, whether it is there or not
 */
export function readSchoolFile(path: string, report: Report): SchoolFiles {
  const folder = wordsFolderOf(path);
  const found = isFolder(folder) ? readTextFiles(folder, ['.yaml'], report) : [];
  const schoolWords = found.length > 0 ? { schoolWords: found } : {};
  const text = isFile(path) ? readText(path, report) : undefined;
  const school = text === undefined ? undefined : readSchool({ path, text }, report);
  if (!school) return schoolWords;
  const written = school.value.logo;
  if (written === undefined) return { school, ...schoolWords };
  const [logo] = readNamedPictures(dirname(path), [join(dirname(path), written)], report);
  if (!logo && !report.failed())
    report.add(
      'picture-missing',
      placeInSchool(school, 'logo'),
      `There is no picture “${written}”.`,
      `Give the path of the logo from the folder of this file. It has to be in that folder or below.`,
    );
  return { school, ...(logo && { logo }), ...schoolWords };
}

/** The file that has the settings of a pack's school, whether it is there or not. */
export const schoolPathOf = (pack: string): string => join(dirname(pack), '..', SCHOOL_FILE);

/** The folder with the words of a school, whether it is there or not. */
export const wordsFolderOf = (schoolPath: string): string => join(dirname(schoolPath), WORDS_FOLDER);

/** The file that has the settings for a single Markdown file: in its folder, or else in the nearest one above. */
export function schoolPathAbove(file: string): string {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const path = join(folder, SCHOOL_FILE);
    // As its author would write it, for messages.
    if (isFile(path) || dirname(folder) === folder) return relative(process.cwd(), path);
  }
}
