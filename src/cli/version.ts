import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './files/package-folder.ts';

/** The program's version, from its package.json. */
export function version(): string {
  const text = readFileSync(join(packageFolder(), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
