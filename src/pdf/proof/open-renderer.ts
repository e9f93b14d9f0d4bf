import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import { pngOfPage } from './png-of-page.ts';
import type { ProofPicture } from './proof-file.ts';

/** A page of a PDF as a picture, and its size in points. */
interface Rendered {
  readonly picture: ProofPicture;
  readonly width: number;
  readonly height: number;
}

/** Turns the bytes of PDFs into pictures. It has to be closed, since its memory is not collected. */
export interface Renderer {
  /**
   * @param most how many pages are rendered, from the first on
   * @returns undefined if the PDF is broken
   */
  render(bytes: Uint8Array, most: number): Promise<readonly Rendered[] | undefined>;
  /**
   * Renders one page.
   * @param index counts from 0
   * @returns undefined if the PDF is broken or has no such page
   */
  renderOne(bytes: Uint8Array, index: number, width: number): Promise<Rendered | undefined>;
  close(): void;
}

/** @param width the width of every picture, in pixels */
export async function openRenderer(width: number): Promise<Renderer> {
  const library = await PDFiumLibrary.init();
  return {
    async render(bytes, most) {
      const opened = await library.loadDocument(bytes).catch(() => undefined);
      if (!opened) return undefined;
      try {
        const rendered: Rendered[] = [];
        for (let index = 0; index < Math.min(most, opened.getPageCount()); index++)
          rendered.push(await renderPage(opened.getPage(index), width));
        return rendered;
      } catch {
        // The document opens, and a page in it is broken.
        return undefined;
      } finally {
        opened.destroy();
      }
    },
    async renderOne(bytes, index, pictureWidth) {
      const opened = await library.loadDocument(bytes).catch(() => undefined);
      if (!opened) return undefined;
      try {
        return index < opened.getPageCount()
          ? await renderPage(opened.getPage(index), pictureWidth)
          : undefined;
      } catch {
        return undefined;
      } finally {
        opened.destroy();
      }
    },
    close: () => library.destroy(),
  };
}

async function renderPage(page: PDFiumPage, width: number): Promise<Rendered> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const height = Math.round((width * originalHeight) / originalWidth);
  const { data } = await page.render({ render: 'bitmap', colorSpace: 'BGRA', width, height });
  return {
    picture: { bytes: pngOf(data, width, height), width, height },
    width: originalWidth,
    height: originalHeight,
  };
}

/**
 * Gives pixels of red, green, blue and alpha as a PNG, of one channel if nothing has colour. PDFium's own pixels are
 * blue first; its wrapper swaps them.
 */
function pngOf(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const count = width * height;
  const channels = isGrey(pixels) ? 1 : 3;
  const data = new Uint8Array(count * channels);
  for (let pixel = 0; pixel < count; pixel++)
    for (let channel = 0; channel < channels; channel++)
      data[pixel * channels + channel] = pixels[pixel * 4 + channel]!;
  return pngOfPage({ width, height, data, channels });
}

function isGrey(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 4)
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false;
  return true;
}
