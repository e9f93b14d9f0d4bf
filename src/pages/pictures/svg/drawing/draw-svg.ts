import { ownValue } from '../../../../diagnostics/collections/own-value.ts';
import { IDENTITY, multiply } from '../../../matrix.ts';
import type { Mark } from '../../../page.ts';
import { declarationsIn } from '../document/declarations-in.ts';
import type { SvgElement } from '../document/svg-tree.ts';
import { clipped } from '../shapes/svg-clip.ts';
import { readTransform } from '../shapes/svg-matrix.ts';
import type { Viewport } from '../shapes/svg-viewport.ts';
import { INITIAL_STYLE } from '../style/svg-style.ts';
import { drawForeignObject } from './draw-foreign-object.ts';
import { drawImage } from './draw-image.ts';
import { drawShape } from './draw-shape.ts';
import { drawInBox, drawUse } from './draw-use.ts';
import { createSvgDrawing, type Inherited, type SvgDrawing, type SvgTools } from './svg-drawing.ts';
import { setSvgText } from './svg-text.ts';

/** Elements that describe the drawing, or are drawn only where others refer to them. */
const NOT_DRAWN: ReadonlySet<string> = new Set([
  ...['title', 'desc', 'defs', 'metadata', 'style', 'linearGradient', 'radialGradient', 'clipPath', 'mask'],
  ...[
    'filter',
    'pattern',
    'marker',
    'symbol',
    'font',
    'font-face',
    'cursor',
    'view',
    'color-profile',
    'solidColor',
  ],
]);

/** Elements that only a screen can show. */
const MOVING: ReadonlySet<string> = new Set([
  ...[
    'script',
    'animate',
    'animateTransform',
    'animateMotion',
    'animateColor',
    'set',
    'handler',
    'audio',
    'video',
  ],
]);

/** Draws an SVG document as marks, in points. */
export function drawSvg(root: SvgElement, viewport: Viewport, tools: SvgTools): Mark[] {
  const drawing = createSvgDrawing(root, viewport, tools, drawElement);
  return [...drawing.draw(root, { matrix: viewport.matrix, style: INITIAL_STYLE, uses: 0 })];
}

/** Draws an element of any kind, unless it is not to be seen. */
function drawElement(element: SvgElement, around: Inherited, drawing: SvgDrawing): readonly Mark[] {
  const { name } = element;
  const { findings } = drawing;
  if (NOT_DRAWN.has(name) || name.includes(':')) return [];
  if (MOVING.has(name)) {
    findings.simplified(element, `“${name}”`, 'left out');
    return [];
  }
  if (!drawing.count(element)) return [];
  const own = declarationsIn(element.attributes['style'] ?? '');
  const written = element.attributes['transform'] ?? ownValue(own, 'transform') ?? '';
  const transform = readTransform(written.replaceAll(/(?<=\d)(?:px|deg)/g, ''));
  if (!transform) findings.broken(element, `its transform “${written}” is invalid`);
  const matrix = multiply(transform ?? IDENTITY, around.matrix);
  const style = drawing.styleOf(element, around.style);
  if (element.attributes['display'] === 'none' || ownValue(own, 'display') === 'none') return [];
  const marks = drawByName(element, { matrix, style, uses: around.uses }, drawing);
  const clip = ownValue(own, 'clip-path') ?? element.attributes['clip-path'];
  return clipped(element, clip, marks, matrix, drawing);
}

function drawByName(element: SvgElement, here: Inherited, drawing: SvgDrawing): readonly Mark[] {
  switch (element.name) {
    case 'g':
    case 'a':
      return drawing.drawAll(element.children, here);
    case 'svg':
      return element === drawing.root
        ? drawing.drawAll(element.children, here)
        : drawInBox(element, {}, here, drawing);
    case 'switch':
      return drawing.drawAll(element.children.filter(isPossible).slice(0, 1), here);
    case 'use':
      return drawUse(element, here, drawing);
    case 'image':
      return drawing.shown(drawImage(element, here, drawing));
    case 'text':
      return drawing.shown(setSvgText(element, here.style, here.matrix, drawing));
    case 'foreignObject':
      return drawing.shown(drawForeignObject(element, here, drawing));
    default:
      return drawShape(element, here, drawing);
  }
}

/** Whether a child of `switch` is one that can be drawn here: the first of them is. */
const isPossible = (child: SvgElement | string): child is SvgElement => {
  if (typeof child === 'string' || child.name.includes(':') || NOT_DRAWN.has(child.name)) return false;
  const { requiredExtensions, systemLanguage } = child.attributes;
  return !requiredExtensions && (!systemLanguage || /(?:^|,\s*)en/.test(systemLanguage));
};
