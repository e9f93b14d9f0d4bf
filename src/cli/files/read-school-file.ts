import { dirname, join } from 'node:path';
import type { Report } from '../../diagnostics/report.ts';
import type { PictureFile } from '../../pages/pictures/read-pictures.ts';
import { placeInSchool, readSchool, SCHOOL_FILE, type School } from '../../templates/school.ts';
import { isFile, readText } from './read-files.ts';
import { readNamedPictures } from './read-pictures.ts';

/** A school's settings, and its logo if it has one. */
interface SchoolFiles {
  readonly school?: School;
  readonly logo?: PictureFile;
}

/**
 * Reads `studypack.yaml` next to the folder that a pack is in, and the logo that it names. There need not be one; a logo
 * that is named and not there is reported at its line.
 * @param pack the folder of the pack
 */
export function readSchoolFile(pack: string, report: Report): SchoolFiles {
  const path = schoolPathOf(pack);
  const text = isFile(path) ? readText(path, report) : undefined;
  const school = text === undefined ? undefined : readSchool({ path, text }, report);
  if (!school) return {};
  const written = school.value.logo;
  if (written === undefined) return { school };
  const [logo] = readNamedPictures(dirname(path), [join(dirname(path), written)], report);
  if (!logo && !report.failed())
    report.add(
      'picture-missing',
      placeInSchool(school, 'logo'),
      `There is no picture “${written}”.`,
      `Give the path of the logo from the folder of this file. It has to be in that folder or below.`,
    );
  return { school, ...(logo && { logo }) };
}

/** The file that has the settings of a pack's school, whether it is there or not. */
export const schoolPathOf = (pack: string): string => join(dirname(pack), '..', SCHOOL_FILE);
