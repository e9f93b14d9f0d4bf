import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { TextFile } from '../../../templates/product.ts';
import { packageFolder } from '../package-folder.ts';

/** A file, and what was read from it, if it was checked when the program was bundled. */
type Checked<File extends { checked?: unknown }> = TextFile & Pick<File, 'checked'>;

/**
 * Adds to the program's files of words or styles what was found in them when it was bundled. A file that somebody has changed
 * since then has another hash: it is read and checked anew.
 */
export function withChecked<File extends { readonly checked?: unknown }>(
  kind: 'words' | 'styles',
  files: readonly TextFile[],
): Checked<File>[] {
  const path = join(packageFolder(), `dist/${kind}.json`);
  if (!existsSync(path)) return [...files];
  const known = JSON.parse(readFileSync(path, 'utf8')) as Record<string, File['checked']>;
  return files.map((file) => {
    const checked = ownValue(known, createHash('sha256').update(file.text).digest('hex'));
    return checked ? { ...file, checked } : file;
  });
}
