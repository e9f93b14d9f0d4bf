import { join } from 'node:path';
import * as z from 'zod';
import type { BuildOptions } from '../../build/jobs/build-options.ts';
import { isInPack } from '../../build/jobs/report-of-pack.ts';
import { createReport, type Report } from '../../diagnostics/report.ts';
import type { JudgedFile } from '../../pdf/preflight/print-findings.ts';
import { command } from '../command.ts';
import { hashOfRun } from '../files/hash-inputs.ts';
import { readPackSources } from '../files/read-sources.ts';
import { Refusal, switchFlag, wholeNumberFlag } from '../flags.ts';
import { cannotStart, type Inputs, readInputs, withOnly } from '../inputs.ts';
import type { Output } from '../output.ts';
import { CLASS_FLAGS, onlyFlag, outFlag, PRINTER_FLAGS, PRODUCT_FLAGS } from '../print-flags.ts';
import type { Run } from '../run.ts';
import { type BuildResult, runShards } from '../shards/run-shards.ts';
import { does, type Shard, shardFlag } from '../shards/shard.ts';
import { writeShardRecord } from '../shards/shard-record.ts';
import { version } from '../version.ts';
import { type PackOutcome, printPacks } from './print-packs.ts';
import { showFindings } from './show-findings.ts';
import { startProgress } from './start-progress.ts';

const flags = z.object({
  ...PRODUCT_FLAGS,
  only: onlyFlag,
  ...PRINTER_FLAGS,
  out: outFlag('Folder for the PDFs'),
  preflight: switchFlag('Check each finished PDF; if one has an error, write no files for that pack'),
  ...CLASS_FLAGS,
  keep: switchFlag('Keep the intermediate files next to each PDF: pack, filled template, blocks, pages'),
  jobs: wholeNumberFlag(
    { least: 1, most: 64 },
    { value: 'count', help: 'Number of packs to print at once, each by a process of its own; by default 1' },
    (written) =>
      new Refusal(
        `“${written}” is not a number of processes between 1 and 64.`,
        'Write it like this: --jobs 2',
        'option-malformed',
      ),
  ).default(1),
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
  { report, output, finish }: Run,
): Promise<number> {
  const results = await runShards(packs, options, count);
  for (const { diagnostics } of results) report.merge({ ...report, diagnostics });
  const judged = results.flatMap(({ preflight = [] }) => preflight);
  const removed = results.flatMap((result) => result.removed ?? []);
  const built = results.flatMap((result) => result.packs);
  const code = finish(
    results.flatMap(({ files }) => files),
    {
      packs: built,
      ...(removed.length > 0 && { removed }),
      ...(judged.length > 0 && { preflight: judged }),
    },
  );
  sayWhatWasBuilt(built, judged, removed, output);
  return code;
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
  { report, output, finish }: Run,
  open: () => Promise<Pick<BuildOptions, 'fonts' | 'memory'>> = openFonts,
): Promise<number> {
  const { shard } = options;
  const found = report.fork();
  const read = readInputs(packs, options, found);
  const others = read?.packs.filter((_, index) => shard && !does(shard, index)) ?? [];
  // What is wrong with a pack is reported by the shard that has to print it.
  const findings = found.diagnostics.filter((finding) => !others.some((pack) => isInPack(finding, pack)));
  report.merge({ ...found, diagnostics: findings });
  if (!read || cannotStart(read, report)) return finish();
  const all = await withOnly(read, report);
  if (cannotStart(all, report)) return finish();
  const inputs = { ...all, packs: all.packs.filter(({ id }) => !others.some((other) => other.id === id)) };

  const progress = startProgress(output);
  const openAll = async () => ({ ...(await open()), onProgress: progress.onProgress });
  let opened: ReturnType<typeof openAll> | undefined;
  const buildOptions = () => (opened ??= openAll());
  const { outcomes, removed: gone } = await printPacks(
    inputs,
    { ...options, all: packs.length === 0 && options.only.length === 0 && !shard, buildOptions },
    report,
  );
  progress.stop();
  if (shard) recordShard(shard, all, options, outcomes, report);

  const inFolder = <T extends { path: string }>(file: T): T => ({
    ...file,
    path: join(options.out, file.path),
  });
  const pdfs = outcomes
    .flatMap(({ files = [] }) => files)
    .flatMap(({ pages, path, bytes }) => (pages === undefined ? [] : [inFolder({ path, pages, bytes })]));
  const judged = options.preflight ? outcomes.flatMap((outcome) => outcome.judged).map(inFolder) : [];
  const removed = gone.map((path) => join(options.out, path));
  const told = outcomes.map(({ pack, files, unchanged }) => ({
    pack,
    printed: files !== undefined,
    ...(unchanged && { unchanged: true as const }),
  }));
  const code = finish(pdfs, {
    packs: told,
    ...(removed.length > 0 && { removed }),
    ...(judged.length > 0 && { preflight: judged }),
  });
  sayWhatWasBuilt(told, judged, removed, output);
  return code;
}

/** Says for people what preflight found, and which packs were printed, left out, unchanged or cleaned. */
function sayWhatWasBuilt(
  packs: BuildResult['packs'],
  judged: readonly JudgedFile[],
  removed: readonly string[],
  output: Output,
): void {
  if (judged.length > 0 && !output.json) showFindings(judged, output);
  if (!output.json) reportLeftOut(packs);
  if (removed.length > 0)
    output.say(`Removed, because the packs no longer have them: ${removed.join(', ')}.\n`);
  const unchanged = packs.flatMap((one) => (one.unchanged ? [one.pack] : []));
  if (unchanged.length > 0)
    output.say(`Not changed since last time: ${unchanged.join(', ')}. To print them again, add --force.\n`);
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

/** Says which packs were printed and which were not, if it is not the same for all. */
function reportLeftOut(packs: BuildResult['packs']): void {
  const names = (isPrinted: boolean) =>
    packs.flatMap(({ pack, printed }) => (printed === isPrinted ? [pack] : [])).join(', ');
  if (names(true) && names(false))
    process.stderr.write(
      `Printed: ${names(true)}. Not printed, because of the errors above: ${names(false)}.\n`,
    );
}
