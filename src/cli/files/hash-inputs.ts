import { createHash } from 'node:crypto';
import type { BuildOptions, PackSource, TemplateSet } from '../../build/jobs/build-options.ts';
import { programStamp } from './program-stamp.ts';
import { fontStamp } from './read-fonts.ts';

/** The options that pages depend on: all but those that say whom to tell. */
export type PageOptions = Omit<
  BuildOptions,
  'fonts' | 'tables' | 'memory' | 'onPreflight' | 'onPack' | 'onProgress'
>;

/**
 * Gives one hash of everything that the files of a pack are made from: its texts, pictures and templates as they were read,
 * the program's templates, the options, the fonts, and the program itself. The same hash, the same files.
 */
export function hashInputs(source: PackSource, templates: TemplateSet, options: PageOptions): string {
  const hash = createHash('sha256');
  const addBytes = (bytes: Uint8Array | undefined) => {
    hash.update(`${bytes?.length}\n`);
    if (bytes) hash.update(bytes);
  };
  const { press, ...plain } = options;
  const { pictures, ...texts } = source;
  hash.update(JSON.stringify([programStamp(), fontStamp(), plain, texts, templates]));
  addBytes(press?.bytes);
  for (const { path, bytes } of pictures) {
    hash.update(JSON.stringify(path));
    addBytes(bytes);
  }
  return hash.digest('hex');
}
