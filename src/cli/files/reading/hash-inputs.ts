import { createHash } from 'node:crypto';
import type { BuildOptions, PackSource, TemplateSet } from '../../../build/jobs/build-options.ts';
import { programStamp } from '../program-stamp.ts';
import { fontSizes, fontStamp } from './read-fonts.ts';

/** The options that pages depend on: all but those that say whom to tell. */
type HashedOptions = Omit<
  BuildOptions,
  'fonts' | 'tables' | 'memory' | 'onPreflight' | 'onPack' | 'onPlanned' | 'onProgress'
>;

/**
 * Gives one hash of everything that the files of a pack are made from: its texts, pictures and templates as they were read,
 * the program's templates, the options, the fonts, and the program itself. The same hash, the same files.
 * @param program tells the program and its fonts from others: by default all that can be told on this machine
 */
export function hashInputs(
  source: PackSource,
  templates: TemplateSet,
  options: HashedOptions,
  program: readonly string[] = [programStamp(), fontStamp()],
): string {
  const hash = createHash('sha256');
  const addBytes = (bytes: Uint8Array | undefined) => {
    hash.update(`${bytes?.length}\n`);
    if (bytes) hash.update(bytes);
  };
  const { press, ...plain } = options;
  const { pictures, logo, ...texts } = source;
  hash.update(JSON.stringify([...program, plain, texts, templates]));
  addBytes(press?.bytes);
  addBytes(logo?.bytes);
  for (const picture of pictures) {
    hash.update(JSON.stringify(picture.path));
    addBytes(picture.read ? picture.read() : picture.bytes);
  }
  return hash.digest('hex');
}

/**
 * Gives one hash of all that several packs are made from, which is the same on every machine with this version of the
 * program.
 * @param more what else the files depend on
 */
export function hashOfRun(
  packs: readonly PackSource[],
  templates: TemplateSet,
  options: HashedOptions,
  version: string,
  more: readonly (string | Uint8Array)[] = [],
): string {
  const hash = createHash('sha256');
  for (const pack of packs) hash.update(hashInputs(pack, templates, options, [version, fontSizes()]));
  for (const one of more) hash.update(createHash('sha256').update(one).digest());
  return hash.digest('hex');
}
