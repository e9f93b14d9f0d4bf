import { join } from 'node:path';
import * as z from 'zod';
import type { BuildOptions } from '../../build/jobs/build-options.ts';
import { isInPack } from '../../build/jobs/report-of-pack.ts';
import { createReport, type Report } from '../../diagnostics/report.ts';
import type { BuildResult } from '../build-result.ts';
import { command } from '../command.ts';
import { hashOfRun } from '../files/reading/hash-inputs.ts';
import { readPackSources } from '../files/reading/read-sources.ts';
import { switchFlag } from '../flags.ts';
import { cannotStart, type Inputs, readInputs, withOnly } from '../inputs.ts';
import {
  allProductsFlag,
  CLASS_FLAGS,
  onlyFlag,
  outFlag,
  PRINTER_FLAGS,
  PRODUCT_FLAGS,
} from '../print-flags.ts';
import { finishBuild } from '../printing/finish-build.ts';
import { type PackOutcome, printPacks } from '../printing/print-packs.ts';
import { startProgress } from '../printing/start-progress.ts';
import type { Run } from '../run.ts';
import { runShards } from '../shards/run-shards.ts';
import { does, jobsFlag, type Shard, shardFlag } from '../shards/shard.ts';
import { writeShardRecord } from '../shards/shard-record.ts';
import { version } from '../version.ts';

const flags = z.object({
  ...PRODUCT_FLAGS,
  'all-products': allProductsFlag,
  only: onlyFlag,
  ...PRINTER_FLAGS,
  out: outFlag('Folder for the PDFs'),
  preflight: switchFlag('Check each finished PDF; if one has an error, write no files for that pack'),
  ...CLASS_FLAGS,
  keep: switchFlag('Keep the intermediate files next to each PDF: pack, filled template, blocks, pages'),
  jobs: jobsFlag('Number of packs to print at once, each by a process of its own; by default 1'),
  shard: shardFlag('Print only a share of the packs; merge puts all shares together'),
  clean: switchFlag('Remove files that earlier builds wrote if their entries or products are gone'),
  force: switchFlag('Print all packs again, even if nothing has changed since they were printed'),
});

/** The options of a build in this process. */
type BuildFlags = Omit<z.output<typeof flags>, 'jobs'>;

/** `studypack build`: prints packs and lists their files. */
export const buildCommand = command({
  arguments: '[...packs]',
  flags,
  examples: [
    'build',
    'build never-let-me-go --product quote-cards --paper letter',
    'build never-let-me-go --product worksheet --only memory-and-nostalgia',
    'build never-let-me-go --pupils 28 --preflight',
  ],
  async run({ packs }, { jobs, ...options }, run) {
    const count = options.shard || jobs === 1 ? 1 : Math.min(jobs, countPacks(packs));
    return count < 2 ? buildPacks(packs, options, run) : buildInProcesses(packs, options, count, run);
  },
});

/** Counts the packs that a build would print. What is wrong with them is reported by those who print them. */
const countPacks = (packs: readonly string[]) => readPackSources(packs, 'content', createReport()).length;

/** Builds packs in several processes at once, and reports what all of them said. @returns the exit code */
async function buildInProcesses(
  packs: readonly string[],
  options: BuildFlags,
  count: number,
  run: Run,
): Promise<number> {
  const results = await runShards(packs, options, count);
  for (const { diagnostics } of results) run.report.merge({ ...run.report, diagnostics });
  const all = {
    packs: results.flatMap((result) => result.packs),
    files: results.flatMap(({ files }) => files),
    leftOut: results.flatMap(({ leftOut = [] }) => leftOut),
    removed: results.flatMap(({ removed = [] }) => removed),
    preflight: results.flatMap(({ preflight = [] }) => preflight),
  };
  return finishBuild(all, run);
}

/** The fonts, read only if something has to be made. */
async function openFonts(): Promise<Pick<BuildOptions, 'fonts'>> {
  const { openFonts } = await import('../session.ts');
  return { fonts: openFonts() };
}

/**
 * Builds packs.
 * @param open gives the fonts and, if other builds of this process made something with them, the memory of that
 * @returns the exit code
 */
export async function buildPacks(
  packs: readonly string[],
  options: BuildFlags,
  run: Run,
  open: () => Promise<Pick<BuildOptions, 'fonts' | 'memory'>> = openFonts,
): Promise<number> {
  const { report } = run;
  const { shard } = options;
  const share = await readShare(packs, options, report);
  if (!share) return run.finish();
  const { all, inputs } = share;

  const progress = startProgress(run.output);
  const openAll = async () => ({ ...(await open()), onProgress: progress.onProgress });
  let opened: ReturnType<typeof openAll> | undefined;
  const buildOptions = () => (opened ??= openAll());
  const isWhole = packs.length === 0 && options.only.length === 0 && !shard;
  const { outcomes, removed } = await printPacks(inputs, { ...options, all: isWhole, buildOptions }, report);
  progress.stop();
  if (shard) recordShard(shard, all, options, outcomes, report);
  return finishBuild(resultOf(outcomes, removed, options), run);
}

/**
 * Reads the packs, and chooses those that this run prints.
 * @returns undefined, after diagnostics, if nothing can be printed
 */
async function readShare(packs: readonly string[], options: BuildFlags, report: Report) {
  const { shard } = options;
  const found = report.fork();
  const read = readInputs(packs, options, found);
  const others = read?.packs.filter((_, index) => shard && !does(shard, index)) ?? [];
  // What is wrong with a pack is reported by the shard that has to print it.
  const findings = found.diagnostics.filter((finding) => !others.some((pack) => isInPack(finding, pack)));
  report.merge({ ...found, diagnostics: findings });
  if (!read || cannotStart(read, report)) return undefined;
  const all = await withOnly(read, report);
  if (cannotStart(all, report)) return undefined;
  const own = all.packs.filter(({ id }) => !others.some((other) => other.id === id));
  return { all, inputs: { ...all, packs: own } };
}

/** What came of packs, with paths from the folder that the program was run in. */
function resultOf(
  outcomes: readonly PackOutcome[],
  removed: readonly string[],
  { out, preflight }: Pick<BuildFlags, 'out' | 'preflight'>,
): Omit<BuildResult, 'diagnostics'> {
  const inFolder = <T extends { path: string }>(file: T): T => ({ ...file, path: join(out, file.path) });
  return {
    packs: outcomes.map(({ pack, files, unchanged }) => ({
      pack,
      printed: files !== undefined,
      ...(unchanged && { unchanged: true as const }),
    })),
    files: outcomes
      .flatMap(({ files = [] }) => files)
      .flatMap(({ pages, path, bytes }) => (pages === undefined ? [] : [inFolder({ path, pages, bytes })])),
    leftOut: outcomes.flatMap(({ pack, leftOut }) => leftOut.map((one) => ({ pack, ...one }))),
    removed: removed.map((path) => join(out, path)),
    // An unchanged pack may have been preflighted before; it is told only if it was asked for now.
    preflight: preflight ? outcomes.flatMap(({ judged }) => judged).map(inFolder) : [],
  };
}

/** Leaves a record of a shard for `merge`. */
function recordShard(
  shard: Shard,
  { packs, templates, options }: Inputs,
  { out, preflight }: { out: string; preflight: boolean },
  outcomes: readonly PackOutcome[],
  report: Report,
): void {
  const record = {
    version: version(),
    command: 'build' as const,
    inputs: hashOfRun(packs, templates, options, version(), [String(preflight)]),
    shard,
    planned: packs.map(({ id }) => id),
    done: outcomes.flatMap(({ pack, files }) =>
      files ? [{ piece: pack, files: files.map(({ of: _, ...file }) => file) }] : [],
    ),
  };
  writeShardRecord(out, record, report);
}
