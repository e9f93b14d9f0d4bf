import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { starterFolder } from './starter-subjects.ts';

/** Copies the files to double-click into a folder: each opens its packs in the browser. */
export function copyLaunchers(folder: string): void {
  const from = join(starterFolder(), 'launchers');
  for (const name of readdirSync(from)) {
    const text = readFileSync(join(from, name), 'utf8');
    const path = join(folder, name);
    // Windows finds no labels in a file whose lines end as they do elsewhere.
    writeFileSync(path, extname(name) === '.bat' ? text.replace(/\r?\n/g, '\r\n') : text);
    // npm packs files without the permission to run them.
    chmodSync(path, 0o755);
  }
}
