import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const USAGE = fileURLToPath(new URL('usage.cjs', import.meta.url));

/** What is measured of a process: processor time and wall time in milliseconds, peak memory in megabytes. */
const MEASURES = ['cpu', 'wall', 'memory'];

/**
 * Runs programs in turn (A B C A B C …), each time in a new process, so that what else the machine does falls on all.
 * @param {Record<string, { args: string[], cwd: string, before?: () => void }>} sides what Node is to run, and what is
 *   done before each run and not measured
 * @returns for each side the median of each measure, and of its ratios to the other sides within each round
 */
export function measureInTurn(sides, rounds) {
  const names = Object.keys(sides);
  const results = Array.from({ length: rounds }, () =>
    Object.fromEntries(names.map((name) => [name, run(sides[name])])),
  );
  const perMeasure = (value) => Object.fromEntries(MEASURES.map((measure) => [measure, value(measure)]));
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        ...perMeasure((measure) => median(results.map((round) => round[name][measure]))),
        ratios: Object.fromEntries(
          names.map((other) => [
            other,
            perMeasure((measure) =>
              median(results.map((round) => round[name][measure] / round[other][measure])),
            ),
          ]),
        ),
      },
    ]),
  );
}

function run({ args, cwd, before }) {
  before?.();
  const file = join(tmpdir(), `studypack-bench-usage-${process.pid}.json`);
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', USAGE, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, BENCH_USAGE: file },
  });
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(' ')}\n${stderr}`);
  return { wall, ...JSON.parse(readFileSync(file, 'utf8')) };
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
