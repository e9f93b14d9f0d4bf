import { type Dirent, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The folders that class sets were printed into, `PACK/class-set/CLASS` below the output folder. Links are not followed. */
export const classFolders = (out: string): string[] =>
  foldersIn(out).flatMap((pack) => foldersIn(join(pack, 'class-set')));

/** Removes a folder. @returns how many files were in it @throws Error of the system */
export function removeFolder(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => !entry.isDirectory(),
  ).length;
  rmSync(folder, { recursive: true });
  return files;
}

function foldersIn(folder: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}
