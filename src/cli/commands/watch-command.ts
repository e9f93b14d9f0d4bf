import { sep } from 'node:path';
import { watch } from 'chokidar';
import { buildCommand } from './build-command.ts';

/** How long to wait for more changes before building, in milliseconds: editors write files in several steps. */
const PAUSE = 200;

/** `studypack watch`: builds, and builds again the packs that an edit touches, until it is stopped. */
export async function watchCommand(
  packs: readonly string[],
  flags: Record<string, unknown>,
): Promise<number> {
  await buildCommand(packs, flags);
  const folders =
    packs.length > 0
      ? packs.map((pack) => (pack.includes(sep) ? pack : `content${sep}${pack}`))
      : ['content'];
  const touched = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let building: Promise<unknown> = Promise.resolve();

  const rebuild = () => {
    const names = [...touched];
    touched.clear();
    building = building.then(() => buildCommand(names, flags));
  };
  const watcher = watch(folders, { ignoreInitial: true, ignored: (path) => /(^|[\\/])\.[^.\\/]/.test(path) });
  watcher.on('all', (_, path) => {
    touched.add(packOf(path, packs));
    clearTimeout(timer);
    timer = setTimeout(rebuild, PAUSE);
  });
  await new Promise<void>((resolve) => watcher.on('ready', () => resolve()));
  if (flags['quiet'] !== true) process.stderr.write('Watching; stop with Ctrl+C.\n');
  return new Promise((resolve) => {
    process.once('SIGINT', () => {
      void watcher.close().then(() => resolve(0));
    });
  });
}

/** The pack that a changed file belongs to: the folder below `content`, or the one that was named. */
function packOf(path: string, packs: readonly string[]): string {
  const parts = path.split(sep);
  if (parts[0] === 'content' && parts[1] !== undefined) return parts[1];
  return packs.find((pack) => path.startsWith(pack)) ?? path;
}
