import { basename, dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import { startStudio } from '../../studio/start-studio.ts';
import { answersAt } from '../answers-at.ts';
import { command } from '../command.ts';
import { isFile, isFolder } from '../files/reading/read-files.ts';
import { reason } from '../files/reason.ts';
import { openStudioDisk } from '../files/studio/open-studio-disk.ts';
import { markStudio, studioOn, unmarkStudio } from '../files/studio/studio-mark.ts';
import { Refusal, switchFlag, wholeNumberFlag } from '../flags.ts';
import { importFile } from '../importing/import-file.ts';
import { openBrowser } from '../open-browser.ts';

const flags = z.object({
  port: wholeNumberFlag(
    { least: 1024, most: 65_535 },
    { value: 'number', help: 'Port of the address; by default any that is free' },
    (written) =>
      new Refusal(`“${written}” is not a port from 1024 to 65535.`, 'Write it like this: --port 4321'),
  ).optional(),
  'no-browser': switchFlag('Print the address only, without opening a browser'),
});

/** `studypack open`: shows packs in the browser, to write, see and print them, until it is stopped. */
export const openCommand = command({
  arguments: '[...folder]',
  flags,
  examples: ['open', 'open my-packs', 'open my-packs --port 4321 --no-browser'],
  async run({ folder: folders }, { port = 0, 'no-browser': isQuiet }, { report, output, finish }) {
    const only = goTo(folders[0] ?? '.', report);
    if (report.failed()) return finish();
    const other = await studioOn('.', answersAt);
    if (other) {
      process.stdout.write(`Studio has this folder open already, at ${other.address}\n`);
      if (!isQuiet) openBrowser(other.address);
      return finish();
    }
    const disk = openStudioDisk('.', only, { importFile }, report);
    const mark = (next: string) => markStudio('.', Number(new URL(next).port), next);
    const studio = await startStudio(disk, port, mark).catch((error: unknown) => {
      report.add(
        'option-malformed',
        wholeFile('--port'),
        `Port ${port} cannot be used: ${reason(error)}.`,
        'Leave out --port to use any port that is free.',
      );
    });
    if (!studio) return finish();
    const address = studio.address();
    mark(address);
    const unmark = () => unmarkStudio('.');
    // Also if it ends in the middle of something.
    process.once('exit', unmark);
    process.stdout.write(`Studio is open at ${address}\n`);
    output.say('Keep this window open. To stop, press Ctrl+C.\n');
    if (!isQuiet) openBrowser(address);
    // Listened to until the end: a save that is being written leaves it to this listener to stop.
    await new Promise<void>((done) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
    });
    unmark();
    process.off('exit', unmark);
    await studio.close();
    return finish();
  },
});

/**
 * Goes to a folder, so that everything is where `build` looks for it.
 * @returns the only pack to show, if the folder is a pack itself and in no folder `content`
 */
function goTo(folder: string, report: Report): string | undefined {
  const path = resolve(folder);
  if (!isFolder(path)) {
    const message = `There is no folder “${folder}”.`;
    report.add('pack-unknown', wholeFile(folder), message, `To make one: studypack init ${folder}`);
    return undefined;
  }
  const isPack = isFile(join(path, 'pack.md'));
  const isInContent = isPack && basename(dirname(path)) === 'content';
  process.chdir(isInContent ? join(path, '../..') : isPack ? dirname(path) : path);
  return isPack && !isInContent ? basename(path) : undefined;
}
