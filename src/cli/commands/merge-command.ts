import { join } from 'node:path';
import * as z from 'zod';
import { command } from '../command.ts';
import { openWriter } from '../files/writing/write-files.ts';
import { outFlag } from '../print-flags.ts';
import { mergeShards } from '../shards/merge-shards.ts';
import { readShardRecords } from '../shards/shard-record.ts';

/** `studypack merge`: puts together what the shards of one `build` or `set` have printed. */
export const mergeCommand = command({
  arguments: '<...folders>',
  flags: z.object({ out: outFlag('Folder for all files') }),
  examples: ['merge shards/1 shards/2 shards/3 --out output'],
  async run({ folders }, { out }, { report, finish }) {
    const writer = openWriter(out, report);
    const shards = folders.flatMap((folder) => readShardRecords(folder, report));
    const files = report.failed() ? [] : mergeShards(shards, folders, writer, report);
    if (report.failed()) {
      writer.drop();
      return finish();
    }
    const isWritten = writer.keep().length === files.length;
    const pdfs = files.flatMap(({ path, pages, bytes }) =>
      pages === undefined ? [] : [{ path: join(out, path), pages, bytes }],
    );
    return finish(isWritten ? pdfs : [], { shards: shards.length });
  },
});
