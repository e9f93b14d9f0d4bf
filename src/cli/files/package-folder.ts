import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder in which the program is installed: the nearest folder above this file, in src or dist, that has its styles. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'templates/styles'))) {
    if (folder === dirname(folder)) throw new Error('The folder “templates” of the program is missing.');
    folder = dirname(folder);
  }
  return folder;
}
