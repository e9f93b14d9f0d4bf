import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { type CompiledCode, pack, unpack } from './compiled-code.ts';

/** Compiled code on the disk. Whatever is wrong there, reading finds nothing, and writing does nothing. */
interface CodeCache {
  read(): CompiledCode | undefined;
  write(code: CompiledCode): void;
}

/**
 * Opens the cache for a script in this version of V8, on this processor, with these flags. Each command has a file, since
 * it uses other parts of the program.
 * @param hash of the script
 * @param settings the flags of V8 that the run has set
 */
export function openCodeCache(
  hash: string,
  argv: readonly string[],
  settings: readonly string[] = [],
): CodeCache | undefined {
  const folder = cacheFolder();
  if (folder === undefined) return undefined;
  const { versions, arch, execArgv, env } = process;
  const prefix = `program-${shortHash([hash, versions.v8, arch])}-`;
  const flags = shortHash([...settings, ...execArgv, env['NODE_OPTIONS'] ?? '']);
  const file = join(folder, `${prefix}${flags}-${commandIn(argv)}`);
  return {
    read: () => attempt(() => (isOurs(statSync(folder)) ? readCode(file) : undefined)),
    write: (code) => {
      attempt(() => {
        if (!makeFolder(folder)) return;
        writeCode(file, code);
        removeOthers(folder, prefix);
      });
    },
  };
}

/** Runs something on which nothing depends: disks are full, folders are read-only, files vanish. */
function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

const shortHash = (parts: readonly string[]) =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);

/** Help and options in front of a command use little of the program, whatever the command. */
function commandIn(argv: readonly string[]): string {
  const [command = ''] = argv;
  return /^[a-z]{1,12}$/.test(command) && !argv.some((arg) => arg === '--help' || arg === '-h')
    ? command
    : 'help';
}

/**
 * Whether a file or folder belongs to the user and nobody else can write it: V8 runs what it is given. Windows keeps the
 * folders of users apart by itself.
 */
const isOurs = ({ uid, mode }: Stats) =>
  process.geteuid === undefined || (uid === process.geteuid() && (mode & 0o022) === 0);

/** Far more than V8 makes of the program. */
const MOST_BYTES = 64 * 1024 * 1024;

function readCode(path: string): CompiledCode | undefined {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() || !isOurs(stats) || stats.size > MOST_BYTES) return undefined;
    return unpack(readFileSync(file));
  } finally {
    closeSync(file);
  }
}

/** Makes the folder, unless it would lie in a folder of somebody else, as `sudo` makes it. */
function makeFolder(folder: string): boolean {
  let above = folder;
  while (!existsSync(above)) above = dirname(above);
  if (process.geteuid !== undefined && statSync(above).uid !== process.geteuid()) return false;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return isOurs(statSync(folder));
}

/** Writes a file of the cache: under another name first, so that no run finds half of it. */
function writeCode(path: string, code: CompiledCode): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, pack(code), { mode: 0o600, flag: 'wx' });
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** After this time, whoever began to write a file has stopped before it was done. */
const ABANDONED_MS = 60_000;

/** Removes the files of other versions, and those that were never finished. */
function removeOthers(folder: string, prefix: string): void {
  for (const name of readdirSync(folder)) {
    if (!/^program-[0-9a-f]{12}-/.test(name)) continue;
    const path = join(folder, name);
    const isAbandoned = () => name.endsWith('.tmp') && Date.now() - statSync(path).mtimeMs > ABANDONED_MS;
    attempt(() => {
      if (!name.startsWith(prefix) || isAbandoned()) rmSync(path, { force: true });
    });
  }
}
