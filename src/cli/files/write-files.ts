import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '../../diagnostics/report.ts';
import { reason } from './reason.ts';
import { finished, removeLeftovers, temporaryFor } from './unfinished-files.ts';

/** A file to write: its path below the output folder, with `/`, and its bytes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Files that are written one after another, all or none: each aside first and flushed to the disk; then all are renamed,
 * so that old files stay until the new ones are whole. What cannot be written is reported, and nothing more is written.
 */
export interface FileWriter {
  /** Ends the file before, and begins the next. @returns what takes its bytes, in any number of pieces */
  begin(path: string): (piece: Uint8Array) => void;
  /** Puts all files into their places. @returns their paths and sizes; none, and nothing is left, if one failed */
  keep(): { path: string; bytes: number }[];
  /** Leaves nothing of them. */
  drop(): void;
}

/** Opens a writer, and removes what an earlier one, whose process was killed, left below the folder. */
export function openWriter(folder: string, report: Report): FileWriter {
  removeLeftovers(folder);
  const files: { aside: string; target: string; bytes: number }[] = [];
  let handle: number | undefined;
  let failed = false;
  const attempt = (target: string, act: () => void) => {
    if (failed) return;
    try {
      act();
    } catch (error) {
      failed = true;
      report.add(
        'write-failed',
        { file: target, line: 1, column: 1 },
        `The file cannot be written: ${reason(error)}.`,
        'Close it if it is open elsewhere, or choose another folder with --out.',
      );
    }
  };
  const end = () => {
    const [last, open] = [files.at(-1), handle];
    handle = undefined;
    if (!last || open === undefined) return;
    attempt(last.target, () => fsyncSync(open));
    attempt(last.target, () => closeSync(open));
  };
  const drop = () => {
    end();
    for (const { aside } of files) {
      rmSync(aside, { force: true });
      finished(aside);
    }
  };
  return {
    drop,
    begin(path) {
      end();
      const target = join(folder, path);
      const file = { aside: '', target, bytes: 0 };
      attempt(target, () => {
        mkdirSync(dirname(target), { recursive: true });
        file.aside = temporaryFor(target);
        files.push(file);
        handle = openSync(file.aside, 'w');
      });
      return (piece) =>
        attempt(target, () => {
          for (let at = 0; at < piece.length; ) at += writeSync(handle!, piece, at);
          file.bytes += piece.length;
        });
    },
    keep() {
      end();
      for (const { aside, target } of files)
        attempt(target, () => {
          renameSync(aside, target);
          finished(aside);
        });
      if (failed) drop();
      return failed ? [] : files.map(({ target, bytes }) => ({ path: target, bytes }));
    },
  };
}

/** Writes files below a folder, all or none. @returns the paths that were written */
export function writeFiles(folder: string, files: readonly OutputFile[], report: Report): string[] {
  const writer = openWriter(folder, report);
  for (const { path, bytes } of files) writer.begin(path)(bytes);
  return writer.keep().map(({ path }) => path);
}
