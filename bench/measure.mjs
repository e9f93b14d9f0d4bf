import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const USAGE = fileURLToPath(new URL('usage.cjs', import.meta.url));

/**
 * Runs two programs in turn (A B A B …), each time in a new process, so that what else the machine does falls on both.
 * @param {{ args: string[], cwd: string }[]} sides what Node is to run
 * @returns medians of each side, in milliseconds and megabytes, and of the ratios within each pair
 */
export function measureInTurn([ours, typst], rounds) {
  const pairs = Array.from({ length: rounds }, () => [run(ours), run(typst)]);
  const side = (index) => perMeasure((measure) => median(pairs.map((pair) => pair[index][measure])));
  return {
    ours: side(0),
    typst: side(1),
    ratio: perMeasure((measure) => median(pairs.map(([a, b]) => a[measure] / b[measure]))),
  };
}

const perMeasure = (value) => ({ cpu: value('cpu'), wall: value('wall'), memory: value('memory') });

function run({ args, cwd }) {
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

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
