import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import { reason } from './reason.ts';
import { finished, removeLeftovers, temporaryFor } from './unfinished-files.ts';

/** A file to write: its path below the output folder, with `/`, and its bytes. */
interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes files one after another, all or none. Each is written to a temporary file and flushed to the disk; then all are
 * renamed, so that old files stay until the new ones are complete. The first failure is reported, and nothing more is
 * written.
 */
interface FileWriter {
  /** Ends the previous file and begins the next. @returns a function that takes its bytes, in any number of pieces */
  begin(path: string): (piece: Uint8Array) => void;
  /** Renames all files to their own names. @returns their paths and sizes; empty, with nothing left, if one failed */
  keep(): { path: string; bytes: number }[];
  /** Removes all files. */
  drop(): void;
}

/** Opens a writer, and removes temporary files that a killed process left below the folder. */
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
      reportUnwritable(target, error, report);
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

function reportUnwritable(path: string, error: unknown, report: Report): void {
  report.add(
    'write-failed',
    wholeFile(path),
    `The file cannot be written: ${reason(error)}.`,
    'If it is open in another program, close it, or choose another folder with --out.',
  );
}

/** Writes files below a folder, all or none. @returns the paths that were written */
export function writeFiles(folder: string, files: readonly OutputFile[], report: Report): string[] {
  const writer = openWriter(folder, report);
  for (const { path, bytes } of files) writer.begin(path)(bytes);
  return writer.keep().map(({ path }) => path);
}
