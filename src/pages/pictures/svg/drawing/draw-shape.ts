import { append } from '../../../../diagnostics/collections/append.ts';
import { boundsOf } from '../../../bounds-of.ts';
import { multiply } from '../../../matrix.ts';
import type { Mark, PathStep } from '../../../page.ts';
import type { SvgFindings } from '../document/svg-findings.ts';
import type { SvgElement } from '../document/svg-tree.ts';
import { placedMarkers } from '../shapes/svg-markers.ts';
import { outlineOf, type ReadLength } from '../shapes/svg-outline.ts';
import { shapeMarks } from '../shapes/svg-shape.ts';
import type { SvgPaint } from '../style/svg-colour.ts';
import { INITIAL_STYLE } from '../style/svg-style.ts';
import { type Inherited, MAX_USE_DEPTH, type SvgDrawing } from './svg-drawing.ts';

const TAKES_MARKERS = ['path', 'line', 'polyline', 'polygon'];

/** Draws a shape, with the markers on its line. */
export function drawShape(element: SvgElement, here: Inherited, drawing: SvgDrawing): readonly Mark[] {
  const readLength = drawing.lengthsOf(element, here.style.fontSize);
  const outline = outlineFor(element, readLength, drawing.findings);
  if (!outline) return [];
  const marks = [...drawing.shown(paintedShape(element, outline, here, drawing))];
  const takesMarkers = TAKES_MARKERS.includes(element.name);
  if (here.uses < MAX_USE_DEPTH && here.style.visible && takesMarkers)
    append(marks, drawMarkers(outline, here, drawing));
  return marks;
}

/** @returns undefined, after a finding, if there is nothing to draw */
function outlineFor(
  element: SvgElement,
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

/** An outline in the colours that its paints have over what is behind it. */
function paintedShape(
  element: SvgElement,
  outline: PathStep[],
  { style, matrix }: Inherited,
  { colourOn }: SvgDrawing,
): Mark[] {
  const [first] = shapeMarks(outline, style, { fill: 0, stroke: style.stroke && 0 }, matrix);
  const box = first && boundsOf(first);
  const colourOf = (paint: SvgPaint | undefined, share: number) =>
    paint &&
    box &&
    colourOn(element, box, { colour: paint.colour, opacity: paint.opacity * share * style.opacity });
  const colours = {
    fill: colourOf(style.fill, style.fillOpacity),
    stroke: colourOf(style.stroke, style.strokeOpacity),
  };
  return shapeMarks(outline, style, colours, matrix);
}

function drawMarkers(
  outline: readonly PathStep[],
  { style, matrix, uses }: Inherited,
  { byId, lengthsOf, styleOf, drawAll }: SvgDrawing,
): Mark[] {
  const marks: Mark[] = [];
  for (const { marker, matrix: inLine } of placedMarkers(outline, style, byId, lengthsOf)) {
    const context = { contextFill: style.fill, contextStroke: style.stroke };
    const markerStyle = styleOf(marker, { ...INITIAL_STYLE, opacity: style.opacity, context });
    const at = { matrix: multiply(inLine, matrix), style: { ...markerStyle, markers: {} }, uses: uses + 1 };
    append(marks, drawAll(marker.children, at));
  }
  return marks;
}
