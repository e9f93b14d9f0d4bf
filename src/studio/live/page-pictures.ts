import { createHash } from 'node:crypto';
import type { Image, Laid } from '../../pages/laid.ts';
import type { Renderer } from '../../pdf/proof/open-renderer.ts';
import type { PageRef } from '../wire/live-answer.ts';

/** Turns pages into pictures when somebody looks at them. */
export interface PagePictures {
  /**
   * Takes the pages of a finished PDF.
   * @param of the name of the file that it is a version of
   */
  add(of: string, bytes: Uint8Array, pages: Laid): readonly PageRef[];
  /** @returns a PNG; undefined if it was so long ago that the page is not known any more */
  png(key: string, width: number): Promise<Uint8Array | undefined>;
  /** How much is kept. */
  held(): { readonly files: number; readonly pictures: number; readonly bytes: number };
}

/** How many versions of a file are kept to make pictures of their pages: a browser may still ask for those before the last. */
const MOST_VERSIONS = 3;
/** How many PDFs are kept, the last that were printed: as many as a pack shows at once. */
const MOST_FILES = 120;
/** How many bytes of pictures are kept. */
const MOST_BYTES = 32 * 1024 * 1024;

/** A PDF, and the keys of its pages. */
interface KeptFile {
  readonly of: string;
  readonly bytes: Uint8Array;
  readonly keys: readonly string[];
}

/** A picture, and the page that it shows. */
interface KeptPicture {
  readonly key: string;
  readonly png: Uint8Array;
}

export function createPagePictures(open: () => Promise<Renderer>): PagePictures {
  const files = new Map<string, KeptFile>();
  const pictures = new Map<string, KeptPicture>();
  let total = 0;
  let renderer: Promise<Renderer> | undefined;
  const fileOf = (key: string) => [...files.values()].find(({ keys }) => keys.includes(key));
  const dropPicture = (name: string) => {
    total -= pictures.get(name)?.png.length ?? 0;
    pictures.delete(name);
  };
  /** Of a page that is in no file any more, nobody asks for the picture. */
  const dropFile = (name: string) => {
    files.delete(name);
    const known = new Set([...files.values()].flatMap(({ keys }) => keys));
    for (const [picture, { key }] of pictures) if (!known.has(key)) dropPicture(picture);
  };
  const remember = (name: string, picture: KeptPicture) => {
    dropPicture(name);
    if (!fileOf(picture.key)) return;
    pictures.set(name, picture);
    total += picture.png.length;
    for (const oldest of pictures.keys()) {
      if (total <= MOST_BYTES || pictures.size === 1) break;
      dropPicture(oldest);
    }
  };
  const render = async (key: string, width: number) => {
    const file = fileOf(key);
    if (!file) return undefined;
    renderer ??= open();
    const made = await (await renderer).renderOne(file.bytes, file.keys.indexOf(key), width);
    return made?.picture.bytes;
  };
  return {
    add(of, bytes, pages) {
      const keys = keysOf(pages);
      const name = `${of} ${keys.join(' ')}`;
      files.delete(name);
      files.set(name, { of, bytes, keys });
      const versions = [...files].filter(([, file]) => file.of === of).map(([version]) => version);
      for (const old of versions.slice(0, -MOST_VERSIONS)) dropFile(old);
      const [oldest] = files.keys();
      if (files.size > MOST_FILES && oldest !== undefined) dropFile(oldest);
      return pages.pages.map(({ width, height }, index) => ({ key: keys[index]!, width, height }));
    },
    async png(key, width) {
      const name = `${key} ${width}`;
      const known = pictures.get(name);
      if (known) return known.png;
      const png = await render(key, width);
      if (png) remember(name, { key, png });
      return png;
    },
    held: () => ({ files: files.size, pictures: pictures.size, bytes: total }),
  };
}

/** Gives the keys of pages: hashes of everything that is drawn on them. */
function keysOf({ pages, images }: Laid): string[] {
  const shown = createHash('sha256');
  for (const image of images) shown.update(image.name).update(hashOfImage(image));
  const all = shown.digest('base64url');
  return pages.map((page) =>
    createHash('sha256').update(all).update(JSON.stringify(page)).digest('base64url').slice(0, 24),
  );
}

/** Pictures are the same objects from one print to the next. */
const hashes = new WeakMap<Image, string>();

function hashOfImage(image: Image): string {
  const hash = hashes.get(image) ?? createHash('sha256').update(image.data).digest('base64url');
  hashes.set(image, hash);
  return hash;
}
