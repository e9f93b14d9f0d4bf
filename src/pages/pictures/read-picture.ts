import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import type { Raster } from '../picture.ts';
import { foreignFormat, readGifOrWebp } from './read-gif-or-webp.ts';
import { readJpeg } from './read-jpeg.ts';
import { readPng } from './read-png.ts';
import { type DrawingFonts, renderDrawing } from './render-drawing.ts';
import { type ReadDrawing, readSvg } from './svg/read-svg.ts';

/** Larger than any picture that a page needs. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

/**
 * Reads a PNG, JPEG, SVG, WebP or GIF file and checks all of it, so that nothing can go wrong while a page is painted.
 * Its format is found from its bytes, not from its name.
 * @param at where to report what is wrong
 * @returns it, with the pictures inside a drawing; undefined after reporting what is wrong with it
 */
export function readPicture(
  { bytes, path }: { readonly path: string; readonly bytes: Uint8Array },
  fonts: DrawingFonts,
  report: Report,
  at: Place = wholeFile(path),
): ReadDrawing | undefined {
  if (bytes.length > MAX_FILE_BYTES) {
    const size = Math.ceil(bytes.length / 1024 / 1024);
    report.add(
      'picture-too-large',
      at,
      `The picture is ${size} MB; the limit is ${MAX_FILE_BYTES / 1024 / 1024} MB.`,
      'Save a smaller version: 300 pixels per inch are enough for print.',
    );
    return undefined;
  }
  if (isRaster(bytes)) return alone(readRaster(bytes, at, report));
  const foreign = foreignFormat(bytes);
  if (foreign) return alone(readGifOrWebp(bytes, foreign, at, report));
  if (looksLikeXml(bytes)) {
    const render = (svg: string, size: { width: number; height: number }) => renderDrawing(svg, size, fonts);
    return readSvg(bytes, at, { fonts, readRaster, render }, report);
  }
  report.add(
    'picture-unsupported',
    at,
    `This is ${formatOf(bytes)}.`,
    'Save it as PNG or JPEG; save a drawing as SVG.',
  );
  return undefined;
}

const alone = (picture: Raster | undefined): ReadDrawing | undefined =>
  picture && { picture, images: new Map() };

const isRaster = (bytes: Uint8Array) =>
  (bytes[0] === 0x89 && bytes[1] === 0x50) || (bytes[0] === 0xff && bytes[1] === 0xd8);

const readRaster = (bytes: Uint8Array, at: Place, report: Report): Raster | undefined =>
  bytes[0] === 0x89 ? readPng(bytes, at, report) : readJpeg(bytes, at, report);

const looksLikeXml = (bytes: Uint8Array) => /^[\uFEFF\s]*</.test(asLatin1(bytes).replace('ï»¿', ''));

/** The beginning of a file as text. */
const asLatin1 = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 200));

function formatOf(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'an empty file, not a picture';
  const start = asLatin1(bytes.subarray(0, 12));
  if (/^(?:II\*\0|MM\0\*)/.test(start)) return 'a TIFF picture, which cannot be printed';
  if (start.slice(4, 8) === 'ftyp') return 'a HEIC or AVIF photograph, which cannot be printed';
  if (start.startsWith('%PDF')) return 'a PDF, not a picture';
  return 'not a type of picture that Studypack can read';
}
