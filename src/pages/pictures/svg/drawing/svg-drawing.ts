import { append } from '../../../../diagnostics/collections/append.ts';
import { ownValue } from '../../../../diagnostics/collections/own-value.ts';
import type { Matrix } from '../../../matrix.ts';
import type { Mark } from '../../../page.ts';
import type { Raster } from '../../../picture.ts';
import type { SvgFindings } from '../document/svg-findings.ts';
import type { SvgElement } from '../document/svg-tree.ts';
import { createSvgBackdrop } from '../shapes/svg-backdrop.ts';
import type { ReadLength } from '../shapes/svg-outline.ts';
import type { Viewport } from '../shapes/svg-viewport.ts';
import { relativeLength } from '../style/svg-properties.ts';
import { INITIAL_STYLE, type SvgStyle, styleOf } from '../style/svg-style.ts';
import type { SvgFonts } from './svg-fonts.ts';
import type { TextTools } from './svg-text.ts';

/** Counts the elements that a `use` draws each time it draws them. */
const MAX_DRAWN_ELEMENTS = 20_000;

/** The most `use` elements and markers around an element. */
export const MAX_USE_DEPTH = 8;

/** What drawing needs apart from the elements: fonts, the targets of references, and where to say what cannot be drawn. */
export interface SvgTools {
  readonly fonts: SvgFonts;
  readonly byId: ReadonlyMap<string, SvgElement>;
  readonly findings: SvgFindings;
  /** Reads a picture of pixels inside the drawing, and gives the name by which a mark shows it; undefined if it is refused. */
  readImage(
    element: SvgElement,
    bytes: Uint8Array,
  ): { readonly name: string; readonly raster: Raster } | undefined;
}

/** What an element inherits from those around it. */
export interface Inherited {
  readonly matrix: Matrix;
  readonly style: SvgStyle;
  /** The number of `use` elements and markers around it. */
  readonly uses: number;
}

/** A drawing that is being drawn: what the parts that draw elements of each kind share. */
export interface SvgDrawing extends SvgTools, TextTools {
  readonly root: SvgElement;
  readonly viewport: Viewport;
  /** Counts an element. @returns whether it may be drawn; the first that may not is reported */
  count(element: SvgElement): boolean;
  /** Draws an element of any kind. */
  draw(element: SvgElement, here: Inherited): readonly Mark[];
  drawAll(children: SvgElement['children'], here: Inherited): Mark[];
  /** Notes what has been drawn, which something transparent may be in front of later. @returns the same marks */
  shown(marks: readonly Mark[]): readonly Mark[];
}

/** Begins a drawing. @param drawElement draws an element of any kind into it */
export function createSvgDrawing(
  root: SvgElement,
  viewport: Viewport,
  tools: SvgTools,
  drawElement: (element: SvgElement, here: Inherited, drawing: SvgDrawing) => readonly Mark[],
): SvgDrawing {
  const { byId, findings } = tools;
  const backdrop = createSvgBackdrop();
  const properties = { findings, byId, length: (text: string) => viewport.length(text, 'r') };
  let counted = 0;
  const drawing: SvgDrawing = {
    ...tools,
    root,
    viewport,
    count(element) {
      counted++;
      if (counted === MAX_DRAWN_ELEMENTS + 1)
        findings.broken(element, `the drawing has more than ${MAX_DRAWN_ELEMENTS} elements`);
      return counted <= MAX_DRAWN_ELEMENTS;
    },
    draw: (element, here) => drawElement(element, here, drawing),
    drawAll(children, here) {
      const marks: Mark[] = [];
      for (const child of children)
        if (typeof child !== 'string') append(marks, drawElement(child, here, drawing));
      return marks;
    },
    shown(marks) {
      backdrop.add(marks);
      return marks;
    },
    styleOf: (element, parent) => styleOf(element, parent, properties),
    lengthsOf: (element, one = INITIAL_STYLE.fontSize) => lengthReader(element, one, viewport, findings),
    colourOn(element, box, paint) {
      const colour = backdrop.colourOver(box, paint);
      if (colour !== 'mixed') return colour;
      findings.needsPixels(element, 'something transparent in front of something else');
      return paint.colour;
    },
  };
  return drawing;
}

/** @param one what 1em is */
function lengthReader(
  element: SvgElement,
  one: number,
  viewport: Viewport,
  findings: SvgFindings,
): ReadLength {
  return (name, fallback = 0) => {
    const value = ownValue(element.attributes, name);
    if (value === undefined || value.trim() === '' || value === 'auto') return fallback;
    // Of a place for each letter, the first.
    const first = value.trim().split(/[\s,]+/)[0]!;
    const isShare = first.endsWith('%');
    const read = (isShare ? undefined : relativeLength(first, one)) ?? viewport.length(first, name);
    if (read === undefined) findings.broken(element, `${name}="${value}" is not a length`);
    return read ?? fallback;
  };
}
