import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '../diagnostics/report.ts';
import { reason } from './read-files.ts';

/** A file to write: its path below the output folder, with `/`, and its bytes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes files below a folder, all or none: each aside first and flushed to the disk, then all are renamed, so that
 * old files stay until the new ones are whole. What cannot be written is reported.
 * @returns the paths that were written
 */
export function writeFiles(folder: string, files: readonly OutputFile[], report: Report): string[] {
  const asides: { aside: string; target: string }[] = [];
  let target = folder;
  try {
    for (const { path, bytes } of files) {
      target = join(folder, path);
      const aside = `${target}.${process.pid}.tmp`;
      mkdirSync(dirname(target), { recursive: true });
      asides.push({ aside, target });
      writeWhole(aside, bytes);
    }
    for (const pair of asides) {
      target = pair.target;
      renameSync(pair.aside, target);
    }
    return asides.map((pair) => pair.target);
  } catch (error) {
    for (const { aside } of asides) rmSync(aside, { force: true });
    report.add(
      'write-failed',
      { file: target, line: 1, column: 1 },
      `The file cannot be written: ${reason(error)}.`,
      'Close it if it is open elsewhere, or choose another folder with --out.',
    );
    return [];
  }
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, 'w');
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
