import { boundsOf } from '../../../bounds-of.ts';
import { intersection } from '../../../matrix.ts';
import type { Box, Colour, Mark, PathStep } from '../../../page.ts';
import { mixColours, PAPER } from '../style/mix-colours.ts';
import type { SvgPaint } from '../style/svg-colour.ts';

/** What has been drawn so far, in points. */
interface SvgBackdrop {
  add(marks: readonly Mark[]): void;
  /**
   * The colour of something transparent where it is drawn: over white paper, or over one even colour.
   * @returns undefined for nothing to see; `mixed` if more than one thing shines through
   */
  colourOver(box: Box, paint: SvgPaint): Colour | undefined | 'mixed';
}

/** Less of a colour is not seen, and a little less than all of it is all. */
const UNSEEN = 0.004;

/** How far boxes may overlap without showing, in points. */
const TOUCHING = 0.5;

export function createSvgBackdrop(): SvgBackdrop {
  const drawn: { readonly mark: Mark; readonly box: Box }[] = [];
  return {
    add(marks) {
      for (const mark of marks) drawn.push({ mark, box: boundsOf(mark) });
    },
    colourOver(box, { colour, opacity }) {
      if (opacity < UNSEEN) return undefined;
      if (opacity > 1 - UNSEEN) return colour;
      for (let at = drawn.length - 1; at >= 0; at--) {
        const { mark, box: below } = drawn[at]!;
        const shared = intersection(box, below);
        if (!shared || shared.width < TOUCHING || shared.height < TOUCHING) continue;
        const covers = isInside(box, below) && mark.kind === 'shape' && isRectangle(mark.outline);
        if (covers && mark.fill !== undefined) return mixColours(colour, mark.fill, opacity);
        const isFrame = covers && mark.stroke !== undefined;
        const isWhite = mark.kind === 'shape' && mark.fill === PAPER && mark.stroke === undefined;
        if (!isFrame && !isWhite) return 'mixed';
      }
      return mixColours(colour, PAPER, opacity);
    },
  };
}

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - TOUCHING &&
  inner.y >= outer.y - TOUCHING &&
  inner.x + inner.width <= outer.x + outer.width + TOUCHING &&
  inner.y + inner.height <= outer.y + outer.height + TOUCHING;

function isRectangle(outline: { readonly box: Box } | { readonly path: readonly PathStep[] }): boolean {
  return 'box' in outline || rectangleOf(outline.path) !== undefined;
}

/** The box that an outline is, if it is an upright rectangle. */
export function rectangleOf(path: readonly PathStep[]): Box | undefined {
  const points = path.flatMap((step): (readonly [number, number])[] =>
    step[0] === 'M' || step[0] === 'L' ? [[step[1], step[2]]] : [],
  );
  if (path.some(([letter]) => letter === 'C') || path.filter(([letter]) => letter === 'M').length !== 1)
    return undefined;
  const xs = [...new Set(points.map(([x]) => Math.round(x * 100)))];
  const ys = [...new Set(points.map(([, y]) => Math.round(y * 100)))];
  const closes = points.length === 4 || (points.length === 5 && String(points[0]) === String(points[4]));
  if (xs.length !== 2 || ys.length !== 2 || !closes) return undefined;
  const turns = points.slice(1, 4).every(([x, y], at) => {
    const [fromX, fromY] = points[at]!;
    return Math.abs(x - fromX) < 0.01 !== Math.abs(y - fromY) < 0.01;
  });
  if (!turns) return undefined;
  const [left, right] = xs.sort((a, b) => a - b) as [number, number];
  const [top, bottom] = ys.sort((a, b) => a - b) as [number, number];
  return { x: left / 100, y: top / 100, width: (right - left) / 100, height: (bottom - top) / 100 };
}
