import { readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { finishReplacing } from './replace-files.ts';

/** Temporary files of this process that are not yet renamed. */
const unfinished = new Set<string>();

/** The computer, as part of the names of temporary files: two computers may write to one network drive. */
const HOST = hostname()
  .toLowerCase()
  .replace(/[^a-z0-9]+/g, '')
  .slice(0, 16);
const LEFTOVER = /\.studypack-([a-z0-9]*-[1-9]\d*)\.tmp$/;
/** This process, in the names of its files. */
export const THIS_RUN = `${HOST}-${process.pid}`;
/** Leftovers of other computers are removed after this time in milliseconds. No build takes a day. */
const A_DAY = 24 * 60 * 60 * 1000;

/** How many folders deep to look for leftovers: output/PACK/class-set/CLASS is three folders down. */
const DEEPEST = 4;
/** How many files and folders to look at, in case the output folder is the root of a disk. */
const MOST_ENTRIES = 20_000;

/** Exit codes as shells give them: 128 plus the number of the signal. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const signals = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];
let watching = false;

/**
 * Gives the temporary file for writing a file. It is removed if the program ends or is interrupted before `finished` is
 * called, since copies of a class set hold the names of pupils.
 */
export function temporaryFor(target: string): string {
  const path = `${target}.studypack-${THIS_RUN}.tmp`;
  startWatching();
  unfinished.add(path);
  return path;
}

/** Call it when a temporary file has been renamed or removed. */
export function finished(path: string): void {
  unfinished.delete(path);
  // A signal that arrived while files were written is handled in the next two turns of the event loop.
  if (unfinished.size === 0) setImmediate(() => setImmediate(stopWatching));
}

/**
 * Removes temporary files below a folder that a killed process left behind, after renaming those that it had begun to rename.
 * Files of running processes stay, since they
 * may belong to another build into the same folder.
 * @param deepest how many levels of folders below it are looked at
 */
export function removeLeftovers(folder: string, deepest = DEEPEST): void {
  const waiting = finishReplacing(folder, isOver);
  let seen = 0;
  const walk = (here: string, depth: number) => {
    for (const entry of entriesOf(here)) {
      if (++seen > MOST_ENTRIES) return;
      const path = join(here, entry.name);
      if (entry.isDirectory() && depth < deepest && !isPassedOver(entry.name)) walk(path, depth + 1);
      else if (entry.isFile() && isLeftover(path, waiting)) remove(path);
    }
  };
  walk(folder, 0);
}

function isLeftover(path: string, waiting: ReadonlySet<string>): boolean {
  const [, run] = LEFTOVER.exec(path) ?? [];
  return run !== undefined && !waiting.has(run) && !unfinished.has(path) && isOver(run, path);
}

/** Whether a run is over, by its name and a file of it. */
function isOver(run: string, path: string): boolean {
  const [host, pid] = run.split('-');
  if (host === HOST) return !isOtherRunning(Number(pid));
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > A_DAY;
}

const isPassedOver = (name: string) => name.startsWith('.') || name === 'node_modules';

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // The folder does not exist or cannot be read. If so, writing to it reports that.
    return [];
  }
}

/** Whether another process is running. In a container, a process often has the same number as the one before it. */
function isOtherRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // No reason to stop: the next run tries again.
  }
}

function removeUnfinished(): void {
  for (const path of unfinished) remove(path);
  unfinished.clear();
}

function onSignal(signal: keyof typeof SIGNALS): void {
  // The files were finished while the signal waited: whoever listens to it as well ends the program in their own way.
  if (unfinished.size === 0 && process.listenerCount(signal) > 1) return;
  removeUnfinished();
  process.exit(SIGNALS[signal]);
}

/**
 * Sets signal handlers, only while there is something to remove: a handler delays an interruption until the current work
 * is done, and laying out a long pack takes a while.
 */
function startWatching(): void {
  if (watching) return;
  watching = true;
  process.on('exit', removeUnfinished);
  for (const signal of signals) process.on(signal, onSignal);
}

function stopWatching(): void {
  if (unfinished.size > 0) return;
  watching = false;
  process.off('exit', removeUnfinished);
  for (const signal of signals) process.off(signal, onSignal);
}
