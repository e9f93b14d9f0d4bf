import { cpSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import { packageFolder } from './package-folder.ts';
import { reason } from './reason.ts';

/**
 * Copies a small starter pack into a new or empty folder.
 * @returns whether it was copied; if not, the report says why
 */
export function copyStarter(folder: string, report: Report): boolean {
  const at = wholeFile(folder);
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length > 0) {
      report.add(
        'folder-not-empty',
        at,
        `The folder “${folder}” is not empty.`,
        'Choose a new folder. Nothing was written.',
      );
      return false;
    }
    cpSync(join(packageFolder(), 'templates/starter'), folder, { recursive: true });
    // npm leaves files of this name out of packages.
    renameSync(join(folder, 'gitignore'), join(folder, '.gitignore'));
    return true;
  } catch (error) {
    report.add('write-failed', at, `The folder cannot be written: ${reason(error)}.`);
    return false;
  }
}
