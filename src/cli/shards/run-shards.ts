import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildResult } from '../build-result.ts';
import { packageFolder } from '../files/package-folder.ts';
import { recordName } from './shard-record.ts';

/**
 * Runs a build as several processes at once, each of which prints a share of the packs into the same folder. They are
 * processes and not threads, so that each removes its unfinished files if it is interrupted.
 * @param options the options of the command by their names, without `--jobs`
 * @returns what each said, in order
 * @throws {Error} if one of them failed for another reason than its input
 */
export async function runShards(
  packs: readonly string[],
  options: Readonly<Record<string, unknown>>,
  of: number,
): Promise<BuildResult[]> {
  const shards = Array.from({ length: of }, (_, index) => ({ number: index + 1, of }));
  const results = await Promise.all(
    shards.map(({ number }) =>
      runBuild(['build', ...packs, ...argumentsFor(options), '--shard', `${number}/${of}`, '--json']),
    ),
  );
  for (const shard of shards) rmSync(join(String(options['out']), recordName(shard)), { force: true });
  return results;
}

/** Writes options as arguments. */
export function argumentsFor(options: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    if (value === true) return [`--${name}`];
    return [value].flat().flatMap((one) => [`--${name}`, String(one)]);
  });
}

/** The program that a process of its own runs. */
const program = () => join(packageFolder(), 'dist/cli/main.js');

function runBuild(args: readonly string[]): Promise<BuildResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, program(), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (piece) => out.push(piece));
    child.stderr.on('data', (piece) => err.push(piece));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 || code === 1) resolve(JSON.parse(Buffer.concat(out).toString('utf8')));
      else reject(new Error(Buffer.concat(err).toString('utf8') || `a build ended with code ${code}`));
    });
  });
}
