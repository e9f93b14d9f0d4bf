import type { Mark } from '../../../page.ts';
import type { SvgElement } from '../document/svg-tree.ts';
import type { Inherited, SvgDrawing } from './svg-drawing.ts';
import { embeddedBytes, imageMarks } from './svg-image.ts';

/** Draws an `image`: a picture of pixels inside the drawing. */
export function drawImage(
  element: SvgElement,
  { matrix, style }: Inherited,
  { findings, lengthsOf, readImage }: SvgDrawing,
): Mark[] {
  const href = element.attributes['href'] ?? '';
  const length = lengthsOf(element);
  const bytes = embeddedBytes(href);
  if (!bytes) {
    const isInside = href.startsWith('data:');
    const hint = isInside
      ? 'Save the picture in it as PNG or JPEG.'
      : 'Embed the picture in the drawing, or put it in the text as a separate picture.';
    const shownHref = isInside ? 'data:…' : href.slice(0, 80);
    findings.unsupported(element, `the picture “${shownHref}” in a drawing`, hint);
    return [];
  }
  if (!style.visible) return [];
  const read = readImage(element, bytes);
  if (!read) return [];
  if (style.opacity < 1) findings.needsPixels(element, 'a transparent picture');
  if (read.raster.turn !== 0 || read.raster.mirrored)
    findings.needsPixels(element, 'a picture that its camera turned');
  const box = {
    x: length('x'),
    y: length('y'),
    width: length('width', read.raster.width),
    height: length('height', read.raster.height),
  };
  return imageMarks(read.name, read.raster, box, element.attributes['preserveAspectRatio'] ?? '', matrix);
}
