import { boundsOf } from '../../../bounds-of.ts';
import { type Matrix, multiply, transformBox } from '../../../matrix.ts';
import type { Box, GroupMark, Mark, PathStep } from '../../../page.ts';
import type { SvgFindings } from '../document/svg-findings.ts';
import type { SvgElement } from '../document/svg-tree.ts';
import { rectangleOf } from './svg-backdrop.ts';
import { readTransform } from './svg-matrix.ts';
import { outlineOf, type ReadLength, transformOutline } from './svg-outline.ts';

/** What clipping needs of the drawing. */
interface ClipTools {
  readonly byId: ReadonlyMap<string, SvgElement>;
  readonly findings: SvgFindings;
  lengthsOf(element: SvgElement): ReadLength;
}

const MAX_USE_DEPTH = 8;

/** A clip that leaves this much of a mark, in points, leaves all of it. */
const SLACK = 0.05;

/** Clips the marks of an element by its `clip-path`. @param matrix from the element’s units to points */
export function clipped(
  element: SvgElement,
  value: string | undefined,
  marks: readonly Mark[],
  matrix: Matrix,
  tools: ClipTools,
): readonly Mark[] {
  const id = /^url\(\s*["']?#([^"')]+)["']?\s*\)/.exec(value ?? '')?.[1];
  if (value === undefined || value === 'none' || marks.length === 0) return marks;
  const clip = id === undefined ? undefined : tools.byId.get(id);
  if (id !== undefined && !clip) return marks;
  const outline = clip?.name === 'clipPath' ? clipOutline(clip, matrix, tools) : undefined;
  if (!clip || !outline || clip.attributes['clip-path']) {
    tools.findings.needsPixels(element, 'a clip path of this kind');
    return marks;
  }
  const evenOdd = /clip-rule:\s*evenodd/.test(clip.attributes['style'] ?? '') || evenOddIn(clip);
  return [clippedBy(outline, marks, evenOdd)].flat();
}

const evenOddIn = (clip: SvgElement): boolean =>
  clip.children.some(
    (child) =>
      typeof child !== 'string' &&
      (child.attributes['clip-rule'] === 'evenodd' ||
        /clip-rule:\s*evenodd/.test(child.attributes['style'] ?? '')),
  );

/** The shapes of a `clipPath` as one outline, in points; undefined if it has others, such as text. */
function clipOutline(clip: SvgElement, matrix: Matrix, tools: ClipTools): PathStep[] | undefined {
  if (clip.attributes['clipPathUnits'] === 'objectBoundingBox') return undefined;
  const outlines = (element: SvgElement, outer: Matrix, uses: number): PathStep[] | undefined => {
    const own = readTransform(element.attributes['transform'] ?? '');
    if (!own || uses > MAX_USE_DEPTH) return undefined;
    const here = multiply(own, outer);
    if (element.name === 'use') {
      const target = tools.byId.get((element.attributes['href'] ?? '').replace(/^#/, ''));
      const length = tools.lengthsOf(element);
      return target && outlines(target, multiply([1, 0, 0, 1, length('x'), length('y')], here), uses + 1);
    }
    try {
      const outline = outlineOf(element, tools.lengthsOf(element));
      return outline && transformOutline(outline, here);
    } catch {
      return undefined;
    }
  };
  const own = readTransform(clip.attributes['transform'] ?? '');
  const parts = clip.children.flatMap((child) =>
    typeof child === 'string' || child.name === 'title'
      ? []
      : [own && outlines(child, multiply(own, matrix), 0)],
  );
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? known.flat() : undefined;
}

/** Clips marks by an outline in points, unless it leaves all of them. */
function clippedBy(
  path: readonly PathStep[],
  marks: readonly Mark[],
  evenOdd: boolean,
): Mark | readonly Mark[] {
  const box = rectangleOf(path);
  if (box) return clippedByBox(box, marks);
  const bounds = boundsOf({
    kind: 'shape',
    structureRef: { slot: 0 },
    outline: { path },
  });
  return { ...group(bounds, marks), clipPath: { path, ...(evenOdd && { evenOdd }) } };
}

/** Clips marks by a box in points, unless it leaves all of them. */
export const clippedByBox = (box: Box, marks: readonly Mark[]): readonly Mark[] =>
  marks.every((mark) => isInside(boundsOf(mark), box)) ? marks : [group(box, marks)];

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - SLACK &&
  inner.y >= outer.y - SLACK &&
  inner.x + inner.width <= outer.x + outer.width + SLACK &&
  inner.y + inner.height <= outer.y + outer.height + SLACK;

const group = (clip: Box, marks: readonly Mark[]): GroupMark => ({
  kind: 'group',
  role: 'drawing',
  x: 0,
  y: 0,
  turn: 0,
  scale: 1,
  clip,
  marks,
});

/** A rectangle in user units as a box in points; undefined if it is turned. */
export function uprightBox([a, b, c, d, e, f]: Matrix, box: Box): Box | undefined {
  if (Math.abs(b) > 1e-9 || Math.abs(c) > 1e-9) return undefined;
  return transformBox([a, b, c, d, e, f], box.x, box.y, box.width, box.height);
}
