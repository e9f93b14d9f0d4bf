import { dirname, resolve, sep } from 'node:path';
import { createReport } from '../../diagnostics/report.ts';
import { readSchoolFile, schoolPathOf, wordsFolderOf } from '../files/reading/read-school-file.ts';

/** What `watch` looks at. */
interface WatchedPaths {
  /** Folders to look into. All of them exist: chokidar says that it is ready too early if one does not, and misses edits. */
  readonly roots: readonly string[];
  /** Whether a path below them, or above what is looked for, matters. */
  isWanted(path: string): boolean;
  /** Whether a path belongs to a school, and so to all of its packs. */
  isOfSchool(path: string): boolean;
}

const HIDDEN = /(^|[\\/])\.[^.\\/]/;

/**
 * Gives what to watch for some packs: their folders, and the settings, logo and words of their schools, there or not.
 * @param folders those of packs, or of all packs
 * @param packs a path for each pack or, for a folder of packs, for any in it
 */
export function watchedPaths(folders: readonly string[], packs: readonly string[]): WatchedPaths {
  const schools = [...new Set(packs.map(schoolPathOf))];
  const ofSchools = schools.flatMap((path) => {
    const { logo } = readSchoolFile(path, createReport());
    return [path, wordsFolderOf(path), ...(logo ? [logo.path] : [])];
  });
  const wanted = [...folders, ...ofSchools];
  return {
    // The settings of a school are beside the folder of its packs, so this holds the packs too.
    roots: [...new Set(schools.map((path) => dirname(path)))],
    isWanted: (path) =>
      !HIDDEN.test(path) && wanted.some((one) => isWithin(path, one) || isWithin(one, path)),
    isOfSchool: (path) => ofSchools.some((one) => isWithin(path, one)),
  };
}

/** Whether a path is a folder, or below it. */
function isWithin(path: string, folder: string): boolean {
  const full = resolve(folder);
  return resolve(path) === full || resolve(path).startsWith(full.endsWith(sep) ? full : full + sep);
}
