import { createHash } from 'node:crypto';
import type { Image, Laid } from '../../pages/laid.ts';
import type { Renderer } from '../../pdf/proof/open-renderer.ts';
import type { PageRef } from '../wire/live-answer.ts';

/** Turns pages into pictures when somebody looks at them. */
export interface PagePictures {
  /** Takes the pages of a finished PDF. */
  add(bytes: Uint8Array, pages: Laid): readonly PageRef[];
  /** @returns a PNG; undefined if it was so long ago that the page is not known any more */
  png(key: string, width: number): Promise<Uint8Array | undefined>;
}

/** How many PDFs are kept to make pictures of their pages, the last that were printed. */
const MOST_FILES = 40;
/** How many bytes of pictures are kept. */
const MOST_BYTES = 64 * 1024 * 1024;

export function createPagePictures(open: () => Promise<Renderer>): PagePictures {
  const files = new Map<string, { bytes: Uint8Array; keys: readonly string[] }>();
  const pictures = new Map<string, Uint8Array>();
  let total = 0;
  let renderer: Promise<Renderer> | undefined;
  const remember = (name: string, png: Uint8Array) => {
    total += png.length - (pictures.get(name)?.length ?? 0);
    pictures.delete(name);
    pictures.set(name, png);
    for (const [oldest, { length }] of pictures) {
      if (total <= MOST_BYTES || pictures.size === 1) break;
      pictures.delete(oldest);
      total -= length;
    }
  };
  const render = async (key: string, width: number) => {
    const file = [...files.values()].find(({ keys }) => keys.includes(key));
    if (!file) return undefined;
    renderer ??= open();
    const made = await (await renderer).renderOne(file.bytes, file.keys.indexOf(key), width);
    return made?.picture.bytes;
  };
  return {
    add(bytes, pages) {
      const keys = keysOf(pages);
      const name = keys.join(' ');
      files.delete(name);
      files.set(name, { bytes, keys });
      for (const oldest of files.keys()) {
        if (files.size <= MOST_FILES) break;
        files.delete(oldest);
      }
      return pages.pages.map(({ width, height }, index) => ({ key: keys[index]!, width, height }));
    },
    async png(key, width) {
      const name = `${key} ${width}`;
      const known = pictures.get(name);
      if (known) return known;
      const made = await render(key, width);
      if (made) remember(name, made);
      return made;
    },
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
