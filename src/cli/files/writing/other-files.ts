import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Names of PDFs in the folder of some written files that begin with `start` and are not among the written ones. */
export function otherFiles(written: readonly string[], start: string): string[] {
  const names = new Set(written.map((path) => basename(path)));
  const folder = written[0] === undefined ? undefined : dirname(written[0]);
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(start) && name.endsWith('.pdf') && !names.has(name))
    .sort((a, b) => (a < b ? -1 : 1));
}
