import { append } from '../../../diagnostics/collections/append.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import { IDENTITY, type Matrix, multiply } from '../../matrix.ts';
import type { Mark } from '../../page.ts';
import type { SvgFonts } from './svg-fonts.ts';
import { readTransform } from './svg-matrix.ts';
import { outlineOf, type ReadLength } from './svg-outline.ts';
import { shapeMarks } from './svg-shape.ts';
import { INITIAL_STYLE, type SvgStyle, styleOf } from './svg-style.ts';
import { setSvgText } from './svg-text.ts';
import type { Viewport } from './svg-viewport.ts';
import type { XmlElement } from './xml-tree.ts';

/** Counts the elements that a `use` draws each time it draws them. */
const MAX_DRAWN_ELEMENTS = 20_000;
const MAX_USE_DEPTH = 8;

/** Elements that describe the drawing, or hold parts for `use`, and are not drawn themselves. */
const DESCRIPTIVE_ELEMENTS = ['title', 'desc', 'defs', 'metadata'];

const HINTS: Readonly<Record<string, string>> = {
  linearGradient: 'Use a plain fill instead of a gradient.',
  radialGradient: 'Use a plain fill instead of a gradient.',
  style: 'Export the drawing again with styles as “presentation attributes”.',
  image: 'Remove it, and put the picture in the text as a separate picture.',
  foreignObject: 'Write it as text.',
  textPath: 'Set the text on a straight line.',
  clipPath: 'Draw only the parts that are visible.',
  mask: 'Draw only the parts that are visible.',
  symbol: 'Put it in “defs” as a group.',
};

/** What drawing needs apart from the elements: fonts, the targets of `use`, and where to report what cannot be drawn. */
interface SvgTools {
  readonly fonts: SvgFonts;
  readonly byId: ReadonlyMap<string, XmlElement>;
  reportUnsupported(element: XmlElement, what: string, hint: string): void;
  reportBroken(element: XmlElement, why: string): void;
  reportMissing(element: XmlElement, letters: readonly string[]): void;
}

/** What an element inherits from those around it. */
interface Inherited {
  readonly matrix: Matrix;
  readonly style: SvgStyle;
  /** The number of `use` elements around it. */
  readonly uses: number;
}

/** Draws an SVG document as marks, in points. */
export function drawSvg(root: XmlElement, viewport: Viewport, tools: SvgTools): Mark[] {
  const { reportUnsupported, reportBroken } = tools;
  const marks: Mark[] = [];
  let drawn = 0;

  const lengthsOf =
    (element: XmlElement): ReadLength =>
    (name, fallback = 0) => {
      const value = ownValue(element.attributes, name);
      if (value === undefined) return fallback;
      const read = viewport.length(value, name);
      if (read === undefined) reportBroken(element, `${name}="${value}" is not a length`);
      return read ?? fallback;
    };
  const styled = (element: XmlElement, parent: SvgStyle) =>
    styleOf(element, parent, (text) => viewport.length(text, 'r'), reportUnsupported);

  const draw = (element: XmlElement, inherited: Inherited): void => {
    if (DESCRIPTIVE_ELEMENTS.includes(element.name) || element.name.includes(':')) return;
    if (++drawn > MAX_DRAWN_ELEMENTS) {
      if (drawn === MAX_DRAWN_ELEMENTS + 1)
        reportBroken(element, `the drawing has more than ${MAX_DRAWN_ELEMENTS} elements`);
      return;
    }
    const transform = readTransform(element.attributes['transform'] ?? '');
    if (!transform) reportBroken(element, `its transform “${element.attributes['transform']}” is invalid`);
    const matrix = multiply(transform ?? IDENTITY, inherited.matrix);
    const style = styled(element, inherited.style);
    const here = { matrix, style, uses: inherited.uses };
    if (element.name === 'g' || element === root) {
      for (const child of element.children) if (typeof child !== 'string') draw(child, here);
    } else if (element.name === 'use') drawUse(element, here);
    else if (element.name === 'text')
      append(marks, setSvgText(element, style, matrix, { ...tools, styleOf: styled, lengthsOf }));
    else append(marks, drawShape(element, here, lengthsOf(element), tools));
  };

  const drawUse = (element: XmlElement, { matrix, style, uses }: Inherited): void => {
    const href = element.attributes['href'] ?? '';
    const target = href.startsWith('#') ? tools.byId.get(href.slice(1)) : undefined;
    const length = lengthsOf(element);
    if (!target)
      reportUnsupported(element, `“use” of “${href}”`, 'Refer to an element in this file: href="#name".');
    else if (uses >= MAX_USE_DEPTH) reportBroken(element, 'it refers to itself');
    else {
      const moved = multiply([1, 0, 0, 1, length('x'), length('y')], matrix);
      draw(target, { matrix: moved, style, uses: uses + 1 });
    }
  };

  draw(root, { matrix: viewport.matrix, style: INITIAL_STYLE, uses: 0 });
  return marks;
}

function drawShape(
  element: XmlElement,
  { matrix, style }: Inherited,
  readLength: ReadLength,
  { reportUnsupported, reportBroken }: SvgTools,
): Mark[] {
  try {
    const outline = outlineOf(element, readLength);
    if (outline) return shapeMarks(outline, style, matrix);
    const hint = ownValue(HINTS, element.name) ?? 'Draw it with paths, shapes and text.';
    reportUnsupported(element, `“${element.name}”`, hint);
  } catch (error) {
    reportBroken(element, error instanceof Error ? error.message : 'it is invalid');
  }
  return [];
}
