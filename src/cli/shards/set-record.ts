import { relative } from 'node:path';
import { fileHash } from '../files/writing/manifest.ts';
import type { WrittenFile } from '../output.ts';
import { version } from '../version.ts';
import { does, type Shard } from './shard.ts';
import type { ShardRecord } from './shard-record.ts';

/** Gives the record of a shard, which made some of the files of copies, or the files for the teacher. */
export function setRecord(
  shard: Shard,
  inputs: string,
  files: readonly WrittenFile[],
  parts: number,
  out: string,
): Omit<ShardRecord, 'format'> {
  const planned = [
    ...Array.from({ length: parts }, (_, part) => `file ${part + 1} of copies`),
    'files for the teacher',
  ];
  const rest = files.map(({ path, pages, bytes }) => ({
    path: relative(out, path).replaceAll('\\', '/'),
    sha256: fileHash(path),
    bytes,
    pages,
  }));
  const done = planned.flatMap((piece, index) => {
    if (!does(shard, index)) return [];
    return [{ piece, files: rest.splice(0, index < parts ? 1 : rest.length) }];
  });
  return { version: version(), command: 'set', inputs, shard, planned, done };
}
