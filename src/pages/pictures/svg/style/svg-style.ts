import { ownValue } from '../../../../diagnostics/collections/own-value.ts';
import type { Colour } from '../../../page.ts';
import type { SvgElement } from '../document/svg-tree.ts';
import type { SvgPaint } from './svg-colour.ts';
import {
  type ContextPaints,
  type PropertyTools,
  readProperties,
  relativeLength,
  type SvgProperties,
} from './svg-properties.ts';

/** How an element is drawn. Lengths are in user units. Elements inherit their style from those around them. */
export interface SvgStyle {
  readonly colour: Colour;
  readonly fill: SvgPaint | undefined;
  readonly stroke: SvgPaint | undefined;
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  /** Of the element and all around it together. */
  readonly opacity: number;
  readonly strokeWidth: number;
  /** Whether a transform leaves the width of strokes as it is. */
  readonly fixedStroke: boolean;
  readonly dash: readonly number[];
  readonly dashOffset: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly evenOdd: boolean;
  readonly evenOddClip: boolean;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
  /** How far the baseline of text is below its point, in ems. */
  readonly baseline: number;
  /** How far text is raised, in user units. */
  readonly raised: number;
  readonly letterSpace: number;
  readonly decoration: 'none' | 'underline' | 'line-through';
  readonly visible: boolean;
  /** The ids of what is drawn on the corners of lines. */
  readonly markers: { readonly start?: string; readonly mid?: string; readonly end?: string };
  /** In a marker, the paints of the line that it is drawn on. */
  readonly context: Pick<ContextPaints, 'contextFill' | 'contextStroke'>;
}

const BLACK: SvgPaint = { colour: 0, opacity: 1 };

export const INITIAL_STYLE: SvgStyle = {
  colour: 0,
  fill: BLACK,
  stroke: undefined,
  fillOpacity: 1,
  strokeOpacity: 1,
  opacity: 1,
  strokeWidth: 1,
  fixedStroke: false,
  dash: [],
  dashOffset: 0,
  cap: 'butt',
  join: 'miter',
  evenOdd: false,
  evenOddClip: false,
  fontSize: 16,
  bold: false,
  italic: false,
  anchor: 'start',
  baseline: 0,
  raised: 0,
  letterSpace: 0,
  decoration: 'none',
  visible: true,
  markers: {},
  context: { contextFill: undefined, contextStroke: undefined },
};

const BASELINES: Readonly<Record<string, number>> = {
  middle: 0.27,
  central: 0.35,
  hanging: 0.72,
  'text-before-edge': 0.95,
  'text-after-edge': -0.25,
  auto: 0,
  alphabetic: 0,
  baseline: 0,
};

/** How far `super` and `sub` move text, as a share of its size. */
const SHIFTS: Readonly<Record<string, number>> = { super: 0.4, sub: -0.2, baseline: 0 };

const SIZES: Readonly<Record<string, number>> = {
  ...{ 'xx-small': 9, 'x-small': 10, small: 13, medium: 16, large: 18, 'x-large': 24, 'xx-large': 32 },
};

/** The style of an element, from its attributes and its `style`, and from the element around it. */
export function styleOf(element: SvgElement, parent: SvgStyle, tools: PropertyTools): SvgStyle {
  const properties = readProperties(element, tools);
  const { text, paintOf, numberOf, shareOf, oneOf } = properties;
  const colour = properties.currentColour ?? parent.colour;
  const weight = text('font-weight');
  const slope = text('font-style');
  const visibility = text('visibility');
  const context = { ...parent.context, colour };
  const fontSize =
    ownValue(SIZES, text('font-size') ?? '') ?? numberOf('font-size', parent.fontSize, parent.fontSize);
  return {
    colour,
    fill: paintOf('fill', parent.fill, context),
    stroke: paintOf('stroke', parent.stroke, context),
    fillOpacity: shareOf('fill-opacity', parent.fillOpacity),
    strokeOpacity: shareOf('stroke-opacity', parent.strokeOpacity),
    opacity: parent.opacity * shareOf('opacity', 1),
    strokeWidth: numberOf('stroke-width', parent.strokeWidth, fontSize),
    fixedStroke: text('vector-effect') === 'non-scaling-stroke',
    dash: dashOf(text('stroke-dasharray'), parent.dash, tools.length),
    dashOffset: lengthIn(text('stroke-dashoffset'), fontSize, tools) ?? parent.dashOffset,
    cap: oneOf('stroke-linecap', ['butt', 'round', 'square'], parent.cap),
    join: joinOf(text('stroke-linejoin'), parent.join),
    evenOdd: oneOf('fill-rule', ['nonzero', 'evenodd'], parent.evenOdd ? 'evenodd' : 'nonzero') === 'evenodd',
    evenOddClip:
      oneOf('clip-rule', ['nonzero', 'evenodd'], parent.evenOddClip ? 'evenodd' : 'nonzero') === 'evenodd',
    fontSize,
    bold: weight === undefined ? parent.bold : /^(bold|bolder|[6-9]00)$/.test(weight),
    italic: slope === undefined ? parent.italic : slope !== 'normal',
    anchor: oneOf('text-anchor', ['start', 'middle', 'end'], parent.anchor),
    baseline:
      ownValue(BASELINES, text('alignment-baseline') ?? text('dominant-baseline') ?? '') ?? parent.baseline,
    raised: parent.raised + raisedBy(text('baseline-shift'), parent.fontSize, tools),
    letterSpace:
      text('letter-spacing') === 'normal'
        ? 0
        : (lengthIn(text('letter-spacing'), fontSize, tools) ?? parent.letterSpace),
    decoration: decorationOf(text('text-decoration') ?? text('text-decoration-line'), parent.decoration),
    visible:
      text('display') !== 'none' && (visibility === undefined ? parent.visible : visibility === 'visible'),
    markers: markersOf(text, parent.markers),
    context: parent.context,
  };
}

const lengthIn = (value: string | undefined, one: number, { length }: PropertyTools): number | undefined =>
  value === undefined ? undefined : (relativeLength(value, one) ?? length(value));

const raisedBy = (value: string | undefined, size: number, tools: PropertyTools): number =>
  value === undefined
    ? 0
    : (ownValue(SHIFTS, value) ?? Number.NaN) * size || lengthIn(value, size, tools) || 0;

/** Newer ways to join lines look nearly like those that PDF has. */
const joinOf = (value: string | undefined, inherited: SvgStyle['join']): SvgStyle['join'] =>
  value === undefined ? inherited : value === 'round' || value === 'bevel' ? value : 'miter';

function decorationOf(value: string | undefined, inherited: SvgStyle['decoration']): SvgStyle['decoration'] {
  if (value === undefined) return inherited;
  return value.includes('underline') ? 'underline' : value.includes('line-through') ? 'line-through' : 'none';
}

function markersOf(text: SvgProperties['text'], inherited: SvgStyle['markers']): SvgStyle['markers'] {
  const all = text('marker');
  const idOf = (value: string | undefined) => /^url\(\s*["']?#([^"')]+)["']?\s*\)/.exec(value ?? '')?.[1];
  const of = (place: 'start' | 'mid' | 'end') => {
    const value = text(`marker-${place}`) ?? all;
    return value === undefined ? inherited[place] : idOf(value);
  };
  const [start, mid, end] = [of('start'), of('mid'), of('end')];
  return { ...(start && { start }), ...(mid && { mid }), ...(end && { end }) };
}

/** A dash pattern with an even number of lengths; empty for a solid line. */
function dashOf(
  text: string | undefined,
  inherited: readonly number[],
  length: (text: string) => number | undefined,
): readonly number[] {
  if (text === undefined) return inherited;
  const list = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((part) => length(part) ?? 0);
  // Dashes of length 0, or no list at all, make a solid line.
  if (list.every((one) => one <= 0)) return [];
  return list.length % 2 === 0 ? list : [...list, ...list];
}
