import { type Matrix, multiply } from '../../../matrix.ts';
import type { Mark } from '../../../page.ts';
import type { SvgElement } from '../document/svg-tree.ts';
import { clippedByBox, uprightBox } from '../shapes/svg-clip.ts';
import { viewBoxMatrix } from '../shapes/svg-viewport.ts';
import { type Inherited, MAX_USE_DEPTH, type SvgDrawing } from './svg-drawing.ts';

/** Draws what a `use` refers to. */
export function drawUse(
  element: SvgElement,
  { matrix, style, uses }: Inherited,
  drawing: SvgDrawing,
): readonly Mark[] {
  const { byId, findings } = drawing;
  const href = element.attributes['href'] ?? '';
  const target = href.startsWith('#') ? byId.get(href.slice(1)) : undefined;
  const length = drawing.lengthsOf(element);
  if (!target) {
    findings.unsupported(element, `“use” of “${href}”`, 'Refer to an element in this file: href="#name".');
    return [];
  }
  if (uses >= MAX_USE_DEPTH) {
    findings.broken(element, 'it refers to itself');
    return [];
  }
  const here = { matrix: multiply([1, 0, 0, 1, length('x'), length('y')], matrix), style, uses: uses + 1 };
  if (target.name !== 'symbol' && target.name !== 'svg') return drawing.draw(target, here);
  const { width, height } = element.attributes;
  return drawInBox(
    target,
    { ...(width && { width }), ...(height && { height }) },
    { ...here, style: drawing.styleOf(target, style) },
    drawing,
  );
}

/**
 * Draws a nested `svg` or a `symbol`, whose `viewBox` is fitted into a box of its own.
 * @param size attributes that replace its own
 */
export function drawInBox(
  element: SvgElement,
  size: Readonly<Record<string, string>>,
  { matrix, style, uses }: Inherited,
  { viewport, lengthsOf, drawAll }: SvgDrawing,
): readonly Mark[] {
  const attributes = { ...element.attributes, ...size };
  const length = lengthsOf({ ...element, attributes });
  const { viewBox, preserveAspectRatio, overflow } = attributes;
  const box = {
    x: element.name === 'svg' ? length('x') : 0,
    y: element.name === 'svg' ? length('y') : 0,
    width: length('width', viewport.length('100%', 'width')),
    height: length('height', viewport.length('100%', 'height')),
  };
  const inner: Matrix = (viewBox === undefined
    ? undefined
    : viewBoxMatrix(viewBox, preserveAspectRatio, box)) ?? [1, 0, 0, 1, box.x, box.y];
  const marks = drawAll(element.children, { matrix: multiply(inner, matrix), style, uses });
  const upright = overflow === 'visible' ? undefined : uprightBox(matrix, box);
  return upright ? clippedByBox(upright, marks) : marks;
}
