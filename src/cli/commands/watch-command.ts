import { join, sep } from 'node:path';
import { watch } from 'chokidar';
import * as z from 'zod';
import { command } from '../command.ts';
import { allProductsFlag, outFlag, PRINTER_FLAGS, PRODUCT_FLAGS } from '../print-flags.ts';
import { keptFonts } from '../printing/kept-fonts.ts';
import { watchedPaths } from '../printing/watched-paths.ts';
import { startRun } from '../run.ts';
import { buildPacks } from './build-command.ts';

/** How long to wait for more changes before building, in milliseconds: editors write files in several steps. */
const PAUSE = 50;

/** `studypack watch`: builds, and builds again the packs that an edit affects, until it is stopped. */
export const watchCommand = command({
  arguments: '[...packs]',
  flags: z.object({
    ...PRODUCT_FLAGS,
    'all-products': allProductsFlag,
    ...PRINTER_FLAGS,
    out: outFlag('Folder for the PDFs'),
  }),
  examples: ['watch never-let-me-go --product handout'],
  async run({ packs }, flags, run) {
    const { output } = run;
    const options = { ...flags, preflight: false, only: [], keep: false, clean: false, force: false };
    const open = keptFonts();
    // All of it, so that later builds remember everything.
    await buildPacks(packs, { ...options, force: true }, run, open);
    const folders =
      packs.length > 0
        ? packs.map((pack) => (pack.includes(sep) ? pack : `content${sep}${pack}`))
        : ['content'];
    const watched = watchedPaths(folders, packs.length > 0 ? folders : [join('content', 'pack')]);
    const changed = new Set<string>();
    let isAllChanged = false;
    let timer: NodeJS.Timeout | undefined;
    let building: Promise<unknown> = Promise.resolve();

    const rebuild = () => {
      const names = isAllChanged ? packs : [...changed];
      changed.clear();
      isAllChanged = false;
      building = building.then(() => buildPacks(names, options, startRun(output), open));
    };
    const ignored = (path: string) => !watched.isWanted(path);
    const watcher = watch([...watched.roots], { ignoreInitial: true, ignored });
    watcher.on('all', (_, path) => {
      if (watched.isOfSchool(path)) isAllChanged = true;
      else changed.add(packOf(path, packs));
      clearTimeout(timer);
      timer = setTimeout(rebuild, PAUSE);
    });
    await new Promise<void>((resolve) => watcher.on('ready', () => resolve()));
    if (!output.quiet) process.stderr.write('Watching for changes. Press Ctrl+C to stop.\n');
    return new Promise((resolve) => {
      process.once('SIGINT', () => {
        void watcher.close().then(() => resolve(0));
      });
    });
  },
});

/** The pack that a changed file belongs to: a folder in `content`, or a folder that was named. */
function packOf(path: string, packs: readonly string[]): string {
  const parts = path.split(sep);
  if (parts[0] === 'content' && parts[1] !== undefined) return parts[1];
  return packs.find((pack) => path.startsWith(pack)) ?? path;
}
