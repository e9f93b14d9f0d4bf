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
 * Writes files below a folder: each aside first, flushed to the disk, then renamed, so that an old file stays until
 * the new one is whole. Reports what cannot be written and goes on.
 * @returns the paths that were written
 */
export function writeFiles(folder: string, files: readonly OutputFile[], report: Report): string[] {
  const written: string[] = [];
  for (const { path, bytes } of files) {
    const target = join(folder, path);
    const aside = `${target}.${process.pid}.tmp`;
    try {
      mkdirSync(dirname(target), { recursive: true });
      const handle = openSync(aside, 'w');
      try {
        for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(aside, target);
      written.push(target);
    } catch (error) {
      rmSync(aside, { force: true });
      report.add(
        'write-failed',
        { file: target, line: 1, column: 1 },
        `The file cannot be written: ${reason(error)}.`,
        'Close it if it is open elsewhere, or choose another folder with --out.',
      );
    }
  }
  return written;
}
