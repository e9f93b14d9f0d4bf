import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** An attack, the steps that it takes with next to nothing in it, and those at its four sizes, each twice the one before. */
interface Counted {
  readonly name: string;
  readonly least: number;
  readonly steps: readonly number[];
}

/** How many times the steps may be what they were when an input is twice as long: a little more than twice. */
const MOST = 2.5;

/** Counts in a process of its own: code is counted from when it is loaded, and what is counted runs slowly. */
async function countAll(): Promise<Counted[]> {
  // Below the folder of libraries, so that it finds them. Parts of the program look for files two folders above.
  const folder = mkdtempSync(resolve('node_modules/.doubling-'));
  try {
    await build({
      entryPoints: ['tests/doubling/start.ts'],
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'error',
    });
    const lines = execFileSync(process.execPath, [join(folder, 'start.mjs')], { encoding: 'utf8' });
    return lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Counted);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What grows faster than its input, with how many times as many steps each doubling takes. */
const tooFast = (counted: readonly Counted[]): string[] =>
  counted.flatMap(({ name, least, steps }) => {
    const growth = steps.slice(1).map((count, index) => (count - least) / (steps[index]! - least));
    return growth.every((times) => times > 0 && times <= MOST)
      ? []
      : [`${name}: ${growth.map((times) => times.toFixed(2)).join(', ')}`];
  });

describe('twice as much of anything', () => {
  it('takes about twice as many steps, whatever it is', async () => {
    const counted = await countAll();
    const formats = new Set(counted.map(({ name }) => name.split(':')[0]));
    expect(counted.length).toBeGreaterThan(80);
    expect(formats.size).toBeGreaterThan(10);
    expect(tooFast(counted)).toEqual([]);
  }, 150_000);

  it('would be found if it took four times as many', () => {
    const steps = (of: (size: number) => number) => [10, 20, 40, 80].map((size) => 1000 + of(size));
    expect(
      tooFast([
        { name: 'straight', least: 1000, steps: steps((size) => 50 * size) },
        { name: 'square', least: 1000, steps: steps((size) => size * size) },
        { name: 'nothing', least: 1000, steps: steps(() => 0) },
      ]),
    ).toEqual(['square: 4.00, 4.00, 4.00', 'nothing: NaN, NaN, NaN']);
  });
});
