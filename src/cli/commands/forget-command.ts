import { basename } from 'node:path';
import * as z from 'zod';
import { slug } from '../../content/entries/entry.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import { command } from '../command.ts';
import { reason } from '../files/reason.ts';
import { classFolders, removeFolder } from '../files/writing/class-folders.ts';
import { removeLeftovers } from '../files/writing/unfinished-files.ts';
import { outFlag } from '../print-flags.ts';

/** `studypack forget`: removes what class sets have left of a class, with the names of its pupils. */
export const forgetCommand = command({
  arguments: '<class>',
  flags: z.object({ out: outFlag('Folder that the sets were printed into') }),
  examples: ['forget 10b', 'forget 10b --out printed'],
  async run({ class: name }, { out }, { report, output, finish }) {
    removeLeftovers(out);
    // Also by the name of the roster: rosters/10b.csv.
    const wanted = slug(basename(name).replace(/\.[a-z]+$/i, ''));
    const all = classFolders(out);
    const found = all.filter((folder) => basename(folder) === wanted);
    if (found.length === 0) {
      const known = [...new Set(all.map((folder) => basename(folder)))];
      const hint =
        known.length === 0
          ? 'If it was printed into another folder, give that with --out.'
          : `Classes here: ${known.join(', ')}.`;
      report.add('class-unknown', wholeFile(out), `Nothing is left of a class “${name}”.`, hint);
    }
    for (const folder of found)
      try {
        const files = removeFolder(folder);
        output.say(`Removed ${folder} (${files} ${files === 1 ? 'file' : 'files'}).\n`);
      } catch (error) {
        const message = `The folder cannot be removed: ${reason(error)}.`;
        report.add('write-failed', wholeFile(folder), message, 'If one of its files is open, close it.');
      }
    if (found.length > 0 && !report.failed())
      output.say('The roster itself is still where you keep it, and so are copies that you made.\n');
    return finish();
  },
});
