import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import { createWriter } from '../files/writing/write-files.ts';
import type { Shard } from './shard.ts';

const madeFile = z.strictObject({
  path: z.string().regex(/^[^\\]+$/),
  sha256: z.string(),
  bytes: z.number().int().nonnegative(),
  pages: z.number().int().optional(),
});

const shardRecord = z.strictObject({
  format: z.literal(1),
  /** The version of the program. */
  version: z.string(),
  command: z.enum(['build', 'set']),
  /** A hash of all that the whole is made from. It is the same for all shards of one run. */
  inputs: z.string(),
  shard: z.strictObject({ number: z.number().int().positive(), of: z.number().int().positive() }),
  /** The pieces of the whole, in order: packs, or files of copies. */
  planned: z.array(z.string()),
  /** The pieces that this shard did, with the files of each. */
  done: z.array(z.strictObject({ piece: z.string(), files: z.array(madeFile) })),
});

/** What one shard leaves beside its files, so that they can be merged with those of the others. It names no pupil. */
export type ShardRecord = z.output<typeof shardRecord>;

/** The name of the record that a shard leaves in its output folder. */
export const recordName = ({ number, of }: Shard): string => `.studypack-shard-${number}-of-${of}.json`;
const NAME = /^\.studypack-shard-\d+-of-\d+\.json$/;

/** Writes the record of a shard into its output folder, when its files are there. */
export function writeShardRecord(folder: string, record: Omit<ShardRecord, 'format'>, report: Report): void {
  const text = `${JSON.stringify({ format: 1, ...record }, null, 1)}\n`;
  const writer = createWriter(folder, report);
  writer.add({ path: recordName(record.shard), bytes: new TextEncoder().encode(text) });
  writer.keep();
}

/** A record, and the folder that it and its files are in. */
export interface FoundShard {
  readonly folder: string;
  readonly record: ShardRecord;
}

/** Reads the records in a folder. Reports a folder without any, and records that are damaged or of another program. */
export function readShardRecords(folder: string, report: Report): FoundShard[] {
  const names = recordsIn(folder);
  if (names.length === 0)
    report.add(
      'shard-missing',
      wholeFile(folder),
      'No shard was printed into this folder.',
      'Name the folders that were given to --out together with --shard.',
    );
  return names.flatMap((name) => {
    const path = join(folder, name);
    try {
      return [{ folder, record: shardRecord.parse(JSON.parse(readFileSync(path, 'utf8'))) }];
    } catch {
      report.add(
        'shard-damaged',
        wholeFile(path),
        'This record of a shard is damaged, or comes from another version of Studypack.',
        'Run that shard again.',
      );
      return [];
    }
  });
}

function recordsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => NAME.test(name))
      .sort();
  } catch {
    return [];
  }
}
