import { type SVGCommand, SVGPathData } from 'svg-pathdata';
import { mapPathStep } from '../../../map-path-step.ts';
import { type Matrix, transformPoint } from '../../../matrix.ts';
import type { PathStep } from '../../../page.ts';
import type { SvgElement } from '../document/svg-tree.ts';

/** The distance of the control points of a quarter circle, as a share of its radius. */
const KAPPA = 0.5522847498;

/** Reads the length in an attribute, in user units. */
export type ReadLength = (name: string, fallback?: number) => number;

/** The outline of an element in user units; undefined if it is not a shape. @throws {Error} for a malformed shape */
export function outlineOf(element: SvgElement, readLength: ReadLength): PathStep[] | undefined {
  switch (element.name) {
    case 'path':
      return pathSteps(element.attributes['d'] ?? '');
    case 'rect':
      return rectangle(element, readLength);
    case 'circle':
      return ellipse(readLength('cx'), readLength('cy'), readLength('r'), readLength('r'));
    case 'ellipse':
      return ellipse(readLength('cx'), readLength('cy'), readLength('rx'), readLength('ry'));
    case 'line':
      return [
        ['M', readLength('x1'), readLength('y1')],
        ['L', readLength('x2'), readLength('y2')],
      ];
    case 'polyline':
    case 'polygon': {
      const numbers = (element.attributes['points'] ?? '')
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(Number);
      if (numbers.some((value) => !Number.isFinite(value)) || numbers.length % 2 !== 0)
        throw new Error('its points are not pairs of numbers');
      const steps = Array.from(
        { length: numbers.length / 2 },
        (_, at): PathStep => [at === 0 ? 'M' : 'L', numbers[at * 2]!, numbers[at * 2 + 1]!],
      );
      return element.name === 'polygon' && steps.length > 0 ? [...steps, ['Z']] : steps;
    }
    default:
      return undefined;
  }
}

function pathSteps(d: string): PathStep[] {
  const { commands } = new SVGPathData(d).toAbs().normalizeHVZ(false).normalizeST().qtToC().aToC();
  return commands.map(stepOf);
}

function stepOf(command: SVGCommand): PathStep {
  switch (command.type) {
    case SVGPathData.MOVE_TO:
      return ['M', command.x, command.y];
    case SVGPathData.LINE_TO:
      return ['L', command.x, command.y];
    case SVGPathData.CURVE_TO:
      return ['C', command.x1, command.y1, command.x2, command.y2, command.x, command.y];
    case SVGPathData.CLOSE_PATH:
      return ['Z'];
    default:
      throw new Error('its path contains an unknown command');
  }
}

function ellipse(x: number, y: number, rx: number, ry: number): PathStep[] {
  if (rx <= 0 || ry <= 0) return [];
  const [kx, ky] = [rx * KAPPA, ry * KAPPA];
  return [
    ['M', x + rx, y],
    ['C', x + rx, y + ky, x + kx, y + ry, x, y + ry],
    ['C', x - kx, y + ry, x - rx, y + ky, x - rx, y],
    ['C', x - rx, y - ky, x - kx, y - ry, x, y - ry],
    ['C', x + kx, y - ry, x + rx, y - ky, x + rx, y],
    ['Z'],
  ];
}

function rectangle({ attributes }: SvgElement, readLength: ReadLength): PathStep[] {
  const [x, y, width, height] = [readLength('x'), readLength('y'), readLength('width'), readLength('height')];
  if (width <= 0 || height <= 0) return [];
  const given = { rx: attributes['rx'], ry: attributes['ry'] };
  const rx = Math.min(width / 2, readLength(given.rx === undefined ? 'ry' : 'rx'));
  const ry = Math.min(height / 2, readLength(given.ry === undefined ? 'rx' : 'ry'));
  if (rx <= 0 || ry <= 0)
    return [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']];
  const [right, bottom, kx, ky] = [x + width, y + height, rx * (1 - KAPPA), ry * (1 - KAPPA)];
  return [
    ['M', x + rx, y],
    ['L', right - rx, y],
    ['C', right - kx, y, right, y + ky, right, y + ry],
    ['L', right, bottom - ry],
    ['C', right, bottom - ky, right - kx, bottom, right - rx, bottom],
    ['L', x + rx, bottom],
    ['C', x + kx, bottom, x, bottom - ky, x, bottom - ry],
    ['L', x, y + ry],
    ['C', x, y + ky, x + kx, y, x + rx, y],
    ['Z'],
  ];
}

/** Transforms an outline. */
export const transformOutline = (path: readonly PathStep[], matrix: Matrix): PathStep[] =>
  path.map((step) => mapPathStep(step, (x, y) => transformPoint(matrix, x, y)));
