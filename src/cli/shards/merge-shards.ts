import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import { sha256 } from '../files/writing/manifest.ts';
import type { FileWriter } from '../files/writing/write-files.ts';
import type { FoundShard, ShardRecord } from './shard-record.ts';

/** A file of a shard. */
type MadeFile = ShardRecord['done'][number]['files'][number];

/**
 * Puts the files of all shards of one run together, exactly as one run would have written them. Reports shards of different
 * runs, shards that are missing or there twice, pieces that a shard left out, and files that were changed.
 * @param folders where the shards were printed, for messages
 * @returns the files; the writer has to keep them, unless the report has an error
 */
export function mergeShards(
  shards: readonly FoundShard[],
  folders: readonly string[],
  writer: FileWriter,
  report: Report,
): MadeFile[] {
  const [first] = shards;
  if (!first) return [];
  const all = folders.join(', ');
  if (!areOfOneRun(shards, report)) return [];
  reportGaps(shards, all, report);
  reportUnfinished(shards, report);
  const files = inOrder(shards).flatMap(({ folder, record }) =>
    record.done.flatMap(({ files: made }) => made.map((file) => ({ folder, file }))),
  );
  // All are read before the first is written, so that a merge that fails leaves nothing, not even folders.
  for (const { folder, file } of files) readAsWritten(folder, file, report);
  if (report.failed()) return [];
  for (const { folder, file } of files) {
    const bytes = readAsWritten(folder, file, report);
    if (bytes) writer.add({ path: file.path, bytes });
  }
  return files.map(({ file }) => file);
}

const inOrder = (shards: readonly FoundShard[]) =>
  [...shards].sort((a, b) => a.record.shard.number - b.record.shard.number);

const nameOf = ({ number, of }: ShardRecord['shard']) => `${number}/${of}`;

function areOfOneRun(shards: readonly FoundShard[], report: Report): boolean {
  const [{ record: first, folder: firstFolder }] = shards as [FoundShard];
  const differences: [string, (record: ShardRecord) => unknown][] = [
    ['the version of Studypack', ({ version }) => version],
    ['the command', ({ command }) => command],
    ['the number of shards', ({ shard }) => shard.of],
    ['the packs, the options or the class list', ({ inputs, planned }) => JSON.stringify([inputs, planned])],
  ];
  for (const { folder, record } of shards.slice(1)) {
    const different = differences.find(([, of]) => of(record) !== of(first));
    if (different)
      report.add(
        'shards-different',
        wholeFile(folder),
        `Shard ${nameOf(record.shard)} does not belong to shard ${nameOf(first.shard)} in ${firstFolder}: ${different[0]} must be the same.`,
        'Run all shards again with the same packs and options, each into an empty folder.',
      );
  }
  return !report.failed();
}

function reportGaps(shards: readonly FoundShard[], all: string, report: Report): void {
  const { of } = shards[0]!.record.shard;
  const folderOf = new Map<number, string>();
  for (const { folder, record } of shards) {
    const { number } = record.shard;
    const other = folderOf.get(number);
    if (other !== undefined)
      report.add(
        'shard-twice',
        wholeFile(folder),
        `Shard ${nameOf(record.shard)} is also in ${other}.`,
        'Give the folder of each shard only once.',
      );
    folderOf.set(number, folder);
  }
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((one) => !folderOf.has(one));
  if (missing.length > 0)
    report.add(
      'shard-missing',
      wholeFile(all),
      `${missing.length === 1 ? 'A shard is' : `${missing.length} shards are`} missing: ${listed(missing.map((number) => nameOf({ number, of })))}.`,
      `Run the same command with --shard ${nameOf({ number: missing[0]!, of })}${missing.length > 1 ? ', and so on' : ''}.`,
    );
}

/** Reports pieces that no shard did although the shard that has to do them is there: it found an error in them. */
function reportUnfinished(shards: readonly FoundShard[], report: Report): void {
  const { planned, shard } = shards[0]!.record;
  const done = new Set(shards.flatMap(({ record }) => record.done.map(({ piece }) => piece)));
  for (const [index, piece] of planned.entries()) {
    const number = (index % shard.of) + 1;
    const found = shards.find(({ record }) => record.shard.number === number);
    if (found && !done.has(piece))
      report.add(
        'shard-unfinished',
        wholeFile(found.folder),
        `Shard ${nameOf(found.record.shard)} did not print ${piece}.`,
        'Correct what that shard reported, and run all shards again.',
      );
  }
}

function readAsWritten(
  folder: string,
  { path, sha256: sum }: MadeFile,
  report: Report,
): Uint8Array | undefined {
  const full = join(folder, path);
  try {
    const bytes = readFileSync(full);
    if (sha256(bytes) === sum) return bytes;
  } catch {
    // Reported like one that was changed.
  }
  report.add(
    'shard-damaged',
    wholeFile(full),
    'This file is missing, or not as its shard wrote it.',
    'Run that shard again.',
  );
  return undefined;
}

const MOST_LISTED = 5;
const listed = (names: readonly string[]) =>
  names.length > MOST_LISTED
    ? `${names.slice(0, MOST_LISTED).join(', ')} and ${names.length - MOST_LISTED} more`
    : names.join(', ');
