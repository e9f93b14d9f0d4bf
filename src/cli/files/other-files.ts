import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Names of the PDFs that lie beside some that were written, begin as they do, and are not among them. */
export function otherFiles(written: readonly string[], start: string): string[] {
  const names = new Set(written.map((path) => basename(path)));
  const folder = written[0] === undefined ? undefined : dirname(written[0]);
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(start) && name.endsWith('.pdf') && !names.has(name))
    .sort((a, b) => (a < b ? -1 : 1));
}
