import { closeSync, fsyncSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import { reason } from '../reason.ts';
import { makeFolder } from './make-folder.ts';
import { replaceFiles } from './replace-files.ts';
import { finished, removeLeftovers, THIS_RUN, temporaryFor } from './unfinished-files.ts';

/** A file to write: its path below the output folder, with `/`, and its bytes. */
interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes files one after another, all or none. Each is written to a temporary file and flushed to the disk; then all are
 * renamed, so that old files stay until the new ones are complete, and are put back if one can't be renamed. The first
 * failure is reported, and nothing more is written. After `keep` or `drop` it takes other files, which are again written all or none.
 */
export interface FileWriter {
  /** Ends the previous file and begins the next. @returns a function that takes its bytes, in any number of pieces */
  begin(path: string): (piece: Uint8Array) => void;
  /** Takes a whole file. One that is there already, with the same bytes, is left as it is. */
  add(file: OutputFile): void;
  /** Renames all files to their own names. @returns their paths and sizes; empty, with nothing left, if one failed */
  keep(): { path: string; bytes: number }[];
  /** Removes all files. */
  drop(): void;
}

/** A file that is being written: where it will be, and its temporary file; undefined if it is there already. */
interface PendingFile {
  readonly target: string;
  readonly aside?: string;
  bytes: number;
}

/** Opens a writer, and removes temporary files that a killed process left below the folder. */
export function openWriter(folder: string, report: Report): FileWriter {
  removeLeftovers(folder);
  return createWriter(folder, report);
}

/** Makes a writer for a folder whose leftovers are removed already. */
export const createWriter = (folder: string, report: Report): FileWriter => new AsideWriter(folder, report);

class AsideWriter implements FileWriter {
  private files: PendingFile[] = [];
  /** The file that is being written. */
  private handle: number | undefined;
  private failed = false;

  constructor(
    private readonly folder: string,
    private readonly report: Report,
  ) {}

  begin(path: string): (piece: Uint8Array) => void {
    this.end();
    const target = join(this.folder, path);
    const file = { target, aside: '', bytes: 0 };
    this.attempt(target, () => {
      makeFolder(dirname(target));
      file.aside = temporaryFor(target);
      this.files.push(file);
      this.handle = openSync(file.aside, 'w');
    });
    return (piece) =>
      this.attempt(target, () => {
        for (let at = 0; at < piece.length; ) at += writeSync(this.handle!, piece, at);
        file.bytes += piece.length;
      });
  }

  add({ path, bytes }: OutputFile): void {
    const target = join(this.folder, path);
    if (holds(target, bytes)) {
      this.end();
      this.files.push({ target, bytes: bytes.length });
    } else this.begin(path)(bytes);
  }

  keep(): { path: string; bytes: number }[] {
    this.end();
    const made = this.files.flatMap(({ aside, target }) => (aside === undefined ? [] : [{ aside, target }]));
    if (!this.failed) {
      const failure = replaceFiles(this.folder, made, THIS_RUN);
      if (failure) this.fail(failure.target, failure.error);
      else for (const { aside } of made) finished(aside);
    }
    const written = this.failed ? [] : this.files.map(({ target, bytes }) => ({ path: target, bytes }));
    if (!this.failed) this.files = [];
    this.drop();
    return written;
  }

  drop(): void {
    this.end();
    for (const { aside } of this.files) {
      if (aside === undefined) continue;
      rmSync(aside, { force: true });
      finished(aside);
    }
    this.files = [];
    this.failed = false;
  }

  /** Flushes the file that is being written, and closes it. */
  private end(): void {
    const [last, open] = [this.files.at(-1), this.handle];
    this.handle = undefined;
    if (!last || open === undefined) return;
    this.attempt(last.target, () => fsyncSync(open));
    this.attempt(last.target, () => closeSync(open));
  }

  /** Does something with a file, unless an earlier one failed. */
  private attempt(target: string, act: () => void): void {
    if (this.failed) return;
    try {
      act();
    } catch (error) {
      this.fail(target, error);
    }
  }

  private fail(target: string, error: unknown): void {
    this.failed = true;
    reportUnwritable(target, error, this.report);
  }
}

/** Whether a file is there and has exactly these bytes. */
function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return statSync(path).size === bytes.length && readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

function reportUnwritable(path: string, error: unknown, report: Report): void {
  report.add(
    'write-failed',
    wholeFile(path),
    `The file cannot be written: ${reason(error)}.`,
    hintFor(error),
  );
}

function hintFor(error: unknown): string {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'Delete something, or choose another folder with --out.';
  if (code === 'ENAMETOOLONG') return 'Choose a folder with a shorter path with --out.';
  return 'If it is open in another program, close it, or choose another folder with --out.';
}

/** Writes files below a folder, all or none. @returns the paths that were written */
export function writeFiles(folder: string, files: readonly OutputFile[], report: Report): string[] {
  // Single files may go into a folder that holds all of somebody's work: only theirs are looked at, not what is below.
  for (const own of new Set(files.map(({ path }) => dirname(join(folder, path))))) removeLeftovers(own, 0);
  const writer = createWriter(folder, report);
  for (const file of files) writer.add(file);
  return writer.keep().map(({ path }) => path);
}
