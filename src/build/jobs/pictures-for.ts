import type { Block } from '../../blocks/block.ts';
import { figuresIn } from '../../blocks/figures-in.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { ShapingFontBook } from '../../pages/fonts/font-book.ts';
import type { Picture } from '../../pages/picture.ts';
import { type PictureFile, readPictures } from '../../pages/pictures/read-pictures.ts';
import type { Stage, StageMemory } from '../memory/stage-memory.ts';

/** What reading the pictures of a pack needs. */
interface PictureSource {
  readonly source: { readonly pictures: readonly PictureFile[] };
  readonly memory: StageMemory;
  /** Those that have been read already, by their paths. */
  readonly pictures: Map<string, Picture>;
}

const PICTURES: Stage<ReadonlyMap<string, Picture>> = { name: 'pictures', most: 200 };

/**
 * Gives the pictures that blocks show, each read once for all files of a pack.
 * @param extra pictures that no file holds, such as QR codes, by the paths that blocks name
 */
export function picturesFor(
  blocks: readonly Block[],
  { source, memory, pictures }: PictureSource,
  fonts: ShapingFontBook,
  extra: ReadonlyMap<string, Picture>,
  report: Report,
): ReadonlyMap<string, Picture> {
  const tried = new Set<string>();
  for (const use of figuresIn(blocks)) {
    const { picture: path } = use;
    if (pictures.has(path) || extra.has(path) || tried.has(path)) continue;
    const file = pictureFile(path, source.pictures);
    // A picture that is not there is reported wherever it is used.
    if (file) tried.add(path);
    const key = memory.hash(path, file && memory.hashBytes(file.bytes));
    const read = (found: Report) => readPictures([use], source.pictures, fonts, found);
    for (const [name, picture] of memory.recall(PICTURES, key, read, report)) pictures.set(name, picture);
  }
  return extra.size > 0 ? new Map([...pictures, ...extra]) : pictures;
}

/** Gives a hash of each picture that blocks show, by its path. */
export const pictureHashes = (
  blocks: readonly Block[],
  { source, memory }: Pick<PictureSource, 'source' | 'memory'>,
): [string, string | undefined][] =>
  figuresIn(blocks).map(({ picture }) => {
    const file = pictureFile(picture, source.pictures);
    return [picture, file && memory.hashBytes(file.bytes)];
  });

const pictureFile = (path: string, files: readonly PictureFile[]): PictureFile | undefined =>
  files.find((file) => file.path.replaceAll('\\', '/') === path);
