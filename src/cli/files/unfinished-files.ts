import { readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Temporary files of this process that have not been renamed yet. */
const unfinished = new Set<string>();

/** Part of the names of temporary files: the computer too, since two of them may write to one network drive. */
const HOST = hostname()
  .toLowerCase()
  .replace(/[^a-z0-9]+/g, '')
  .slice(0, 16);
const LEFTOVER = /\.studypack-([a-z0-9]*)-([1-9]\d*)\.tmp$/;
/** How old a leftover of another computer has to be: no set takes a day. Names of computers may change, too. */
const A_DAY = 24 * 60 * 60 * 1000;

/** How far below a folder leftovers are looked for: output/PACK/class-set/CLASS is three folders down. */
const DEEPEST = 4;
/** How many files and folders are looked at, for the case that somebody writes to the top folder of a disk. */
const MOST_ENTRIES = 20_000;

/** Exit codes as shells give them: 128 and the number of the signal. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const signals = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];
let watching = false;

/**
 * The temporary file that a file is written to before it gets its own name. It is removed if the program ends or is
 * interrupted before `finished` is called: copies of a set hold the names of pupils.
 */
export function temporaryFor(target: string): string {
  const path = `${target}.studypack-${HOST}-${process.pid}.tmp`;
  startWatching();
  unfinished.add(path);
  return path;
}

/** Says that a temporary file has been renamed or removed. */
export function finished(path: string): void {
  unfinished.delete(path);
  // A signal that came while files were written is handled when the work is done: after two turns it has been.
  if (unfinished.size === 0) setImmediate(() => setImmediate(stopWatching));
}

/**
 * Removes temporary files below a folder that a process left when it was killed. Those of processes that are still
 * running stay: they may be another build into the same folder.
 */
export function removeLeftovers(folder: string): void {
  let seen = 0;
  const walk = (here: string, depth: number) => {
    for (const entry of entriesOf(here)) {
      if (++seen > MOST_ENTRIES) return;
      const path = join(here, entry.name);
      if (entry.isDirectory() && depth < DEEPEST && !isPassedOver(entry.name)) walk(path, depth + 1);
      else if (entry.isFile() && isLeftover(path)) remove(path);
    }
  };
  walk(folder, 0);
}

function isLeftover(path: string): boolean {
  const [, host, pid] = LEFTOVER.exec(path) ?? [];
  if (pid === undefined || unfinished.has(path)) return false;
  if (host === HOST) return !isOtherRunning(Number(pid));
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > A_DAY;
}

const isPassedOver = (name: string) => name.startsWith('.') || name === 'node_modules';

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // There is no such folder yet, or it cannot be read: whoever writes to it reports that.
    return [];
  }
}

/** Whether a process other than this one runs; in a container, a process often gets the number of the one before. */
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
    // It cannot be helped, and is no reason to stop: the next run tries again.
  }
}

function removeUnfinished(): void {
  for (const path of unfinished) remove(path);
  unfinished.clear();
}

function onSignal(signal: keyof typeof SIGNALS): void {
  removeUnfinished();
  process.exit(SIGNALS[signal]);
}

/**
 * Handlers are set only while there is something to remove. Unlike the signal alone, they wait for the work that is
 * being done, and laying out a long pack takes a while.
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
