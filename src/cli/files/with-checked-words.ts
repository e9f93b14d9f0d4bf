import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { WordsFile } from '../../words/read-words.ts';
import type { SomeWords } from '../../words/words.ts';
import { packageFolder } from './package-folder.ts';

/**
 * Adds to the program's files of words what was found in them when it was bundled. A file that somebody has changed since then
 * has another hash: it is read and checked anew.
 */
export function withCheckedWords(files: readonly WordsFile[]): WordsFile[] {
  const path = join(packageFolder(), 'dist/words.json');
  if (!existsSync(path)) return [...files];
  const known = JSON.parse(readFileSync(path, 'utf8')) as Record<string, SomeWords>;
  return files.map((file) => {
    const checked = ownValue(known, createHash('sha256').update(file.text).digest('hex'));
    return checked ? { ...file, checked } : file;
  });
}
