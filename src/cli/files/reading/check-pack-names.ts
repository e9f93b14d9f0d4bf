import { basename } from 'node:path';
import type { Report } from '../../../diagnostics/report.ts';
import { nameOnDisk, reservedName } from '../../../diagnostics/reserved-name.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';

/**
 * Reports packs that would be printed into the same folder, on this computer or on one whose disk ignores capitals, and names
 * that a folder cannot have everywhere.
 */
export function checkPackNames(folders: readonly string[], report: Report): void {
  const seen = new Map<string, string>();
  for (const folder of folders) {
    const name = basename(folder);
    const other = seen.get(nameOnDisk(name));
    if (other !== undefined)
      report.add(
        'collision',
        wholeFile(folder),
        name === basename(other)
          ? `This pack and ${other} have the same name, so their files would overwrite one another.`
          : `The names of this pack and of ${other} are the same on Windows and macOS, so their files would overwrite one another.`,
        'Rename one of the two folders.',
      );
    seen.set(nameOnDisk(name), folder);
    const why = reservedName(name);
    if (why !== undefined)
      report.add('name-reserved', wholeFile(folder), `${why}: “${name}”.`, 'Rename the folder.');
  }
}
