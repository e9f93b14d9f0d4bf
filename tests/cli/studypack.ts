import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { main } from '../../src/cli/main.ts';

/** The program as it is installed: bundled before the tests run. */
export const PROGRAM = resolve('dist/cli/main.js');

/** What came of a run of the program. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with the pack on optics in `content/`, which is removed after the tests of the file. */
export function teacherFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'studypack-'));
  mkdirSync(join(folder, 'content'));
  cpSync('tests/packs/optics', join(folder, 'content/optics'), { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    /** Runs a command in the folder, in this process. */
    studypack: (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
      runInProcess(folder, args, env),
    /** Runs the installed program in the folder, as a teacher would. */
    installed: (args: readonly string[], env: Readonly<Record<string, string>> = {}): Run => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, ...env },
      });
      return { status, stdout, stderr };
    },
    /** The names of all files in a folder below, but for hidden ones, such as what `build` remembers. */
    files: (at: string): string[] =>
      readdirSync(join(folder, at), { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isFile() && !entry.name.startsWith('.') ? [entry.name] : [],
      ),
  };
}

/**
 * Runs a command with a folder, variables and output of its own, and puts all of them back. Commands share this process,
 * so that none waits for the libraries to load; only one may run at a time.
 */
async function runInProcess(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Run> {
  const written = { stdout: '', stderr: '' };
  const before = { cwd: process.cwd(), env: { ...process.env }, info: console.info };
  const restore = (['stdout', 'stderr'] as const).map((name) => {
    const { write } = process[name];
    process[name].write = (chunk: string | Uint8Array) => {
      written[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      return true;
    };
    return () => {
      process[name].write = write;
    };
  });
  // Help and version are shown by this.
  console.info = (text: string) => {
    written.stdout += `${text}\n`;
  };
  Object.assign(process.env, env);
  try {
    process.chdir(folder);
    return { status: await main(args), ...written };
  } finally {
    process.chdir(before.cwd);
    for (const name of Object.keys(env)) {
      if (before.env[name] === undefined) delete process.env[name];
      else process.env[name] = before.env[name];
    }
    console.info = before.info;
    for (const putBack of restore) putBack();
  }
}
