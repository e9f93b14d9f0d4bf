import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import { reason } from '../reason.ts';
import { copyLaunchers } from './copy-launchers.ts';
import { starterFolder } from './starter-subjects.ts';

/**
 * Copies a small starter pack on a subject into a new or empty folder.
 * @returns the name of its pack; undefined if it was not copied, and then the report says why
 */
export function copyStarter(folder: string, subject: string, report: Report): string | undefined {
  const at = wholeFile(folder);
  try {
    mkdirSync(folder, { recursive: true });
    // Studio marks the folder that it has open.
    if (readdirSync(folder).some((name) => !name.startsWith('.studypack'))) {
      report.add(
        'folder-not-empty',
        at,
        `The folder “${folder}” is not empty.`,
        'Choose a new folder. Nothing was written.',
      );
      return undefined;
    }
    const parts = [join(starterFolder(), 'subjects', subject), join(starterFolder(), 'common')];
    const readme = parts.map((part) => readFileSync(join(part, 'README.md'), 'utf8')).join('');
    for (const part of parts) cpSync(part, folder, { recursive: true });
    writeFileSync(join(folder, 'README.md'), readme);
    copyLaunchers(folder);
    // npm leaves files of this name out of packages.
    renameSync(join(folder, 'gitignore'), join(folder, '.gitignore'));
    return readdirSync(join(folder, 'content'))[0];
  } catch (error) {
    report.add('write-failed', at, `The folder cannot be written: ${reason(error)}.`);
    return undefined;
  }
}
