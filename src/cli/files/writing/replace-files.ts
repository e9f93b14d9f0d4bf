import {
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import * as z from 'zod';

/** A complete new file beside the one that it replaces. */
interface Replacement {
  readonly aside: string;
  readonly target: string;
}

/** Why nothing was replaced. */
interface ReplaceFailure {
  readonly target: string;
  readonly error: unknown;
}

/** The hidden file that lists what is being renamed, so that the next run can go on where a killed one stopped. */
const JOURNAL = /^\.studypack-renaming-([a-z0-9]*-[1-9]\d*)\.json$/;
const journalSchema = z.strictObject({
  files: z.array(z.strictObject({ aside: z.string(), target: z.string() })),
});

/**
 * Gives new files their names: all, or none. If one can't be replaced, for instance because another program has it open, those
 * that were are put back. If the program is killed, `finishReplacing` renames the rest in the next run.
 * @param folder has all of them, at any depth
 * @param run what makes the names of hidden files different from those of another process
 */
export function replaceFiles(
  folder: string,
  files: readonly Replacement[],
  run: string,
): ReplaceFailure | undefined {
  const blocked = files.map(({ target }) => obstacle(target)).find((found) => found !== undefined);
  if (blocked) return blocked;
  const journal = join(folder, `.studypack-renaming-${run}.json`);
  const replaced: { target: string; backup: string | undefined }[] = [];
  let target = journal;
  try {
    // A single rename needs neither: it happens, or it doesn't.
    if (files.length > 1) writeJournal(journal, folder, files);
    for (const file of files) {
      target = file.target;
      const backup = files.length > 1 ? backUp(target, run) : undefined;
      replaced.push({ target, backup });
      renameSync(file.aside, target);
    }
  } catch (error) {
    const failed = replaced.at(-1)?.target === target ? replaced.pop() : undefined;
    if (failed?.backup !== undefined) rmSync(failed.backup, { force: true });
    rmSync(journal, { force: true });
    for (const done of replaced.reverse()) putBack(done);
    return { target, error };
  }
  for (const path of new Set(files.map((file) => dirname(file.target)))) flushFolder(path);
  rmSync(journal, { force: true });
  for (const { backup } of replaced) if (backup !== undefined) rmSync(backup, { force: true });
  return undefined;
}

/**
 * Renames what killed runs had begun to rename.
 * @param isOver whether a run, by its name, is no longer running
 * @returns the runs whose files still can't be renamed, and are needed for that
 */
export function finishReplacing(
  folder: string,
  isOver: (run: string, path: string) => boolean,
): ReadonlySet<string> {
  const waiting = new Set<string>();
  for (const name of namesIn(folder)) {
    const run = JOURNAL.exec(name)?.[1];
    const path = join(folder, name);
    if (run === undefined || !isOver(run, path)) continue;
    const files = readJournal(path, folder);
    try {
      for (const { aside, target } of files)
        if (statSync(aside, { throwIfNoEntry: false })) renameSync(aside, target);
      rmSync(path, { force: true });
    } catch {
      // A file is open in another program, perhaps: the next run tries again.
      waiting.add(run);
    }
  }
  return waiting;
}

function putBack({ target, backup }: { readonly target: string; readonly backup: string | undefined }): void {
  try {
    if (backup === undefined) rmSync(target, { force: true });
    else renameSync(backup, target);
  } catch {
    // The others are put back all the same. The old file is beside the new one.
  }
}

/** What makes it impossible to replace a file, as far as it can be known before. */
function obstacle(target: string): ReplaceFailure | undefined {
  try {
    const stats = statSync(target, { throwIfNoEntry: false });
    if (stats?.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
    // Elsewhere a file can be replaced while another program has it open.
    if (stats && process.platform === 'win32') closeSync(openSync(target, 'r+'));
    return undefined;
  } catch (error) {
    return { target, error };
  }
}

/** Keeps an old file under a second name. @returns the name; undefined if there is no old file */
function backUp(target: string, run: string): string | undefined {
  if (!statSync(target, { throwIfNoEntry: false })) return undefined;
  const backup = `${target}.old.studypack-${run}.tmp`;
  rmSync(backup, { force: true });
  try {
    linkSync(target, backup);
  } catch {
    // Some disks have no links.
    copyFileSync(target, backup);
  }
  return backup;
}

function writeJournal(path: string, folder: string, files: readonly Replacement[]): void {
  const within = (file: string) => relative(folder, file).replaceAll('\\', '/');
  const list = files.map(({ aside, target }) => ({ aside: within(aside), target: within(target) }));
  const handle = openSync(path, 'w');
  try {
    writeFileSync(handle, JSON.stringify({ files: list }));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  flushFolder(folder);
}

/** The files that are to be renamed: none if the list was not finished, since renaming begins after that. */
function readJournal(path: string, folder: string): Replacement[] {
  const root = resolve(folder) + sep;
  try {
    return journalSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).files.flatMap((file) => {
      const [aside, target] = [resolve(folder, file.aside), resolve(folder, file.target)];
      const isOurs =
        aside.startsWith(root) && target.startsWith(root) && /\.studypack-[a-z0-9-]+\.tmp$/.test(aside);
      return isOurs ? [{ aside, target }] : [];
    });
  } catch {
    return [];
  }
}

/** Writes the names in a folder to the disk, where the system can. */
function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows flushes folders itself.
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
