import type { Mark } from '../../../page.ts';
import type { SvgElement } from '../document/svg-tree.ts';
import { foreignText } from './foreign-text.ts';
import type { Inherited, SvgDrawing } from './svg-drawing.ts';
import { setSvgText } from './svg-text.ts';

/** Draws the text of a `foreignObject`: part of a web page. */
export function drawForeignObject(
  element: SvgElement,
  { matrix, style }: Inherited,
  drawing: SvgDrawing,
): Mark[] {
  const length = drawing.lengthsOf(element, style.fontSize);
  const box = { x: length('x'), y: length('y'), width: length('width'), height: length('height') };
  const widthOf = (text: string, size: number, bold: boolean) =>
    drawing.fonts.width(bold ? 'sans-bold' : 'sans', size, text);
  const block = foreignText(element, box, style, widthOf);
  if (!block) return [];
  const own = drawing.styleOf({ ...block.element, attributes: block.style }, style);
  return setSvgText(block.element, own, matrix, drawing);
}
