import { append } from '../../../diagnostics/collections/append.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import { boundsOf } from '../../bounds-of.ts';
import { IDENTITY, type Matrix, multiply } from '../../matrix.ts';
import type { Box, Colour, Mark, PathStep } from '../../page.ts';
import type { Raster } from '../../picture.ts';
import { declarationsIn } from './declarations-in.ts';
import { foreignText } from './foreign-text.ts';
import { createSvgBackdrop } from './svg-backdrop.ts';
import { clipped, clippedByBox, uprightBox } from './svg-clip.ts';
import type { SvgPaint } from './svg-colour.ts';
import type { SvgFindings } from './svg-findings.ts';
import type { SvgFonts } from './svg-fonts.ts';
import { embeddedBytes, imageMarks } from './svg-image.ts';
import { placedMarkers } from './svg-markers.ts';
import { readTransform } from './svg-matrix.ts';
import { outlineOf, type ReadLength } from './svg-outline.ts';
import { relativeLength } from './svg-properties.ts';
import { shapeMarks } from './svg-shape.ts';
import { INITIAL_STYLE, type SvgStyle, styleOf } from './svg-style.ts';
import { setSvgText } from './svg-text.ts';
import { type Viewport, viewBoxMatrix } from './svg-viewport.ts';
import type { XmlElement } from './xml-tree.ts';

/** Counts the elements that a `use` draws each time it draws them. */
const MAX_DRAWN_ELEMENTS = 20_000;
const MAX_USE_DEPTH = 8;

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

/** What drawing needs apart from the elements: fonts, the targets of references, and where to say what cannot be drawn. */
export interface SvgTools {
  readonly fonts: SvgFonts;
  readonly byId: ReadonlyMap<string, XmlElement>;
  readonly findings: SvgFindings;
  /** Reads a picture of pixels inside the drawing, and gives the name by which a mark shows it; undefined if it is refused. */
  readImage(
    element: XmlElement,
    bytes: Uint8Array,
  ): { readonly name: string; readonly raster: Raster } | undefined;
}

/** What an element inherits from those around it. */
interface Inherited {
  readonly matrix: Matrix;
  readonly style: SvgStyle;
  /** The number of `use` elements and markers around it. */
  readonly uses: number;
}

/**
 * Draws an SVG document as marks, in points. It is one long function, since the parts that draw elements of each kind call one
 * another, and share what has been drawn so far.
 */
export function drawSvg(root: XmlElement, viewport: Viewport, tools: SvgTools): Mark[] {
  const { byId, findings, fonts } = tools;
  const backdrop = createSvgBackdrop();
  let drawn = 0;

  const lengthsOf =
    (element: XmlElement, one = INITIAL_STYLE.fontSize): ReadLength =>
    (name, fallback = 0) => {
      const value = ownValue(element.attributes, name);
      if (value === undefined || value.trim() === '' || value === 'auto') return fallback;
      // Of a place for each letter, the first.
      const first = value.trim().split(/[\s,]+/)[0]!;
      const isShare = first.endsWith('%');
      const read = (isShare ? undefined : relativeLength(first, one)) ?? viewport.length(first, name);
      if (read === undefined) findings.broken(element, `${name}="${value}" is not a length`);
      return read ?? fallback;
    };
  const styled = (element: XmlElement, parent: SvgStyle) =>
    styleOf(element, parent, { findings, byId, length: (text) => viewport.length(text, 'r') });
  const colourOn = (element: XmlElement, box: Box, paint: SvgPaint): Colour | undefined => {
    const colour = backdrop.colourOver(box, paint);
    if (colour !== 'mixed') return colour;
    findings.needsPixels(element, 'something transparent in front of something else');
    return paint.colour;
  };
  const shown = (marks: readonly Mark[]): readonly Mark[] => {
    backdrop.add(marks);
    return marks;
  };

  const draw = (element: XmlElement, inherited: Inherited): readonly Mark[] => {
    const { name } = element;
    if (NOT_DRAWN.has(name) || name.includes(':')) return [];
    if (MOVING.has(name)) {
      findings.simplified(element, `“${name}”`, 'left out');
      return [];
    }
    if (++drawn > MAX_DRAWN_ELEMENTS) {
      if (drawn === MAX_DRAWN_ELEMENTS + 1)
        findings.broken(element, `the drawing has more than ${MAX_DRAWN_ELEMENTS} elements`);
      return [];
    }
    const own = declarationsIn(element.attributes['style'] ?? '');
    const written = element.attributes['transform'] ?? ownValue(own, 'transform') ?? '';
    const transform = readTransform(written.replaceAll(/(?<=\d)(?:px|deg)/g, ''));
    if (!transform) findings.broken(element, `its transform “${written}” is invalid`);
    const matrix = multiply(transform ?? IDENTITY, inherited.matrix);
    const style = styled(element, inherited.style);
    if (element.attributes['display'] === 'none' || ownValue(own, 'display') === 'none') return [];
    const marks = drawIn(element, { matrix, style, uses: inherited.uses });
    return clipped(element, ownValue(own, 'clip-path') ?? element.attributes['clip-path'], marks, matrix, {
      byId,
      findings,
      lengthsOf,
    });
  };

  const drawAll = (children: XmlElement['children'], here: Inherited): Mark[] => {
    const marks: Mark[] = [];
    for (const child of children) if (typeof child !== 'string') append(marks, draw(child, here));
    return marks;
  };

  const drawIn = (element: XmlElement, here: Inherited): readonly Mark[] => {
    switch (element.name) {
      case 'g':
      case 'a':
        return drawAll(element.children, here);
      case 'svg':
        return element === root ? drawAll(element.children, here) : drawInBox(element, {}, here);
      case 'switch':
        return drawAll(element.children.filter(isPossible).slice(0, 1), here);
      case 'use':
        return drawUse(element, here);
      case 'image':
        return shown(drawImage(element, here));
      case 'text':
        return shown(
          setSvgText(element, here.style, here.matrix, {
            fonts,
            findings,
            styleOf: styled,
            lengthsOf,
            colourOn,
          }),
        );
      case 'foreignObject':
        return drawForeign(element, here);
      default:
        return drawShape(element, here);
    }
  };

  const drawUse = (element: XmlElement, { matrix, style, uses }: Inherited): readonly Mark[] => {
    const href = element.attributes['href'] ?? '';
    const target = href.startsWith('#') ? byId.get(href.slice(1)) : undefined;
    const length = lengthsOf(element);
    if (!target) {
      findings.unsupported(element, `“use” of “${href}”`, 'Refer to an element in this file: href="#name".');
      return [];
    }
    if (uses >= MAX_USE_DEPTH) {
      findings.broken(element, 'it refers to itself');
      return [];
    }
    const here = { matrix: multiply([1, 0, 0, 1, length('x'), length('y')], matrix), style, uses: uses + 1 };
    if (target.name !== 'symbol' && target.name !== 'svg') return draw(target, here);
    const { width, height } = element.attributes;
    return drawInBox(
      target,
      { ...(width && { width }), ...(height && { height }) },
      { ...here, style: styled(target, style) },
    );
  };

  /** Draws a nested `svg` or a `symbol`, whose `viewBox` is fitted into a box of its own. */
  const drawInBox = (
    element: XmlElement,
    size: Readonly<Record<string, string>>,
    { matrix, style, uses }: Inherited,
  ): readonly Mark[] => {
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
  };

  const drawImage = (element: XmlElement, { matrix, style }: Inherited): Mark[] => {
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
    const read = tools.readImage(element, bytes);
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
  };

  const drawForeign = (element: XmlElement, { matrix, style }: Inherited): readonly Mark[] => {
    const length = lengthsOf(element, style.fontSize);
    const box = { x: length('x'), y: length('y'), width: length('width'), height: length('height') };
    const widthOf = (text: string, size: number, bold: boolean) =>
      fonts.width(bold ? 'sans-bold' : 'sans', size, text);
    const block = foreignText(element, box, style, widthOf);
    if (!block) return [];
    const own = styled({ ...block.element, attributes: block.style }, style);
    return shown(
      setSvgText(block.element, own, matrix, { fonts, findings, styleOf: styled, lengthsOf, colourOn }),
    );
  };

  const drawShape = (element: XmlElement, here: Inherited): readonly Mark[] => {
    const outline = outlineFor(element, lengthsOf(element, here.style.fontSize), findings);
    if (!outline) return [];
    const { style, matrix, uses } = here;
    const marks = shapeMarks(outline, style, { fill: 0, stroke: style.stroke && 0 }, matrix);
    const [first] = marks;
    const box = first && boundsOf(first);
    const colourOf = (paint: SvgPaint | undefined, share: number) =>
      paint &&
      box &&
      colourOn(element, box, { colour: paint.colour, opacity: paint.opacity * share * style.opacity });
    const colours = {
      fill: colourOf(style.fill, style.fillOpacity),
      stroke: colourOf(style.stroke, style.strokeOpacity),
    };
    const painted = [...shown(shapeMarks(outline, style, colours, matrix))];
    if (uses >= MAX_USE_DEPTH || !style.visible || !TAKES_MARKERS.includes(element.name)) return painted;
    for (const { marker, matrix: inLine } of placedMarkers(outline, style, byId, lengthsOf)) {
      const context = { contextFill: style.fill, contextStroke: style.stroke };
      const markerStyle = styled(marker, { ...INITIAL_STYLE, opacity: style.opacity, context });
      const at = { matrix: multiply(inLine, matrix), style: { ...markerStyle, markers: {} }, uses: uses + 1 };
      append(painted, drawAll(marker.children, at));
    }
    return painted;
  };

  return [...draw(root, { matrix: viewport.matrix, style: INITIAL_STYLE, uses: 0 })];
}

const TAKES_MARKERS = ['path', 'line', 'polyline', 'polygon'];

/** Whether a child of `switch` is one that can be drawn here: the first of them is. */
const isPossible = (child: XmlElement | string): child is XmlElement => {
  if (typeof child === 'string' || child.name.includes(':') || NOT_DRAWN.has(child.name)) return false;
  const { requiredExtensions, systemLanguage } = child.attributes;
  return !requiredExtensions && (!systemLanguage || /(?:^|,\s*)en/.test(systemLanguage));
};

function outlineFor(
  element: XmlElement,
  readLength: ReadLength,
  findings: SvgFindings,
): PathStep[] | undefined {
  try {
    const outline = outlineOf(element, readLength);
    if (!outline) findings.needsPixels(element, `“${element.name}”`);
    return outline;
  } catch (error) {
    findings.broken(element, error instanceof Error ? error.message : 'it is invalid');
    return undefined;
  }
}
