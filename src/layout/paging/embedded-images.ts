import type { Image } from '../../pages/laid.ts';
import type { Mark, Page } from '../../pages/page.ts';
import type { Picture } from '../../pages/picture.ts';

/** Lists the raster pictures that pages show, each once, in the order of their names. */
export function embeddedImages(pages: readonly Page[], pictures: ReadonlyMap<string, Picture>): Image[] {
  const names = new Set(pages.flatMap((page) => page.marks.flatMap(namesIn)));
  return [...names].sort().flatMap((name) => {
    const picture = pictures.get(name);
    return picture?.kind === 'raster' ? [{ name, format: picture.format, data: picture.data }] : [];
  });
}

const namesIn = (mark: Mark): string[] =>
  mark.kind === 'image' ? [mark.image] : mark.kind === 'group' ? mark.marks.flatMap(namesIn) : [];
