import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Colour } from '../../page.ts';
import { type ReportUnsupported, readProperties } from './svg-properties.ts';
import type { XmlElement } from './xml-tree.ts';

/** How an element is drawn. Lengths are in user units. Elements inherit their style from those around them. */
export interface SvgStyle {
  readonly colour: Colour;
  readonly fill: Colour | undefined;
  readonly stroke: Colour | undefined;
  readonly strokeWidth: number;
  readonly dash: readonly number[];
  readonly dashOffset: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly evenOdd: boolean;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
  /** How far the baseline of text is below its point, in ems. */
  readonly baseline: number;
  readonly visible: boolean;
}

export const INITIAL_STYLE: SvgStyle = {
  colour: 0,
  fill: 0,
  stroke: undefined,
  strokeWidth: 1,
  dash: [],
  dashOffset: 0,
  cap: 'butt',
  join: 'miter',
  evenOdd: false,
  fontSize: 16,
  bold: false,
  italic: false,
  anchor: 'start',
  baseline: 0,
  visible: true,
};

const BASELINES: Readonly<Record<string, number>> = { middle: 0.27, central: 0.35, hanging: 0.72 };

/**
 * The style of an element, from its attributes and its `style`, and from the element around it.
 * @param length reads a length in user units; undefined if the text is not a length
 */
export function styleOf(
  element: XmlElement,
  parent: SvgStyle,
  length: (text: string) => number | undefined,
  reportUnsupported: ReportUnsupported,
): SvgStyle {
  const properties = readProperties(element, length, reportUnsupported);
  const { text, colourOf, numberOf, oneOf } = properties;
  const colour = properties.currentColour ?? parent.colour;
  const weight = text('font-weight');
  const slope = text('font-style');
  const visibility = text('visibility');
  return {
    colour,
    fill: colourOf('fill', parent.fill, colour),
    stroke: colourOf('stroke', parent.stroke, colour),
    strokeWidth: numberOf('stroke-width', parent.strokeWidth),
    dash: dashOf(text('stroke-dasharray'), parent.dash, length),
    dashOffset: numberOf('stroke-dashoffset', parent.dashOffset),
    cap: oneOf('stroke-linecap', ['butt', 'round', 'square'], parent.cap),
    join: oneOf('stroke-linejoin', ['miter', 'round', 'bevel'], parent.join),
    evenOdd: oneOf('fill-rule', ['nonzero', 'evenodd'], parent.evenOdd ? 'evenodd' : 'nonzero') === 'evenodd',
    fontSize: numberOf('font-size', parent.fontSize),
    bold: weight === undefined ? parent.bold : /^(bold|bolder|[6-9]00)$/.test(weight),
    italic: slope === undefined ? parent.italic : slope !== 'normal',
    anchor: oneOf('text-anchor', ['start', 'middle', 'end'], parent.anchor),
    baseline: ownValue(BASELINES, text('dominant-baseline') ?? '') ?? parent.baseline,
    visible:
      text('display') !== 'none' && (visibility === undefined ? parent.visible : visibility === 'visible'),
  };
}

/** A dash pattern with an even number of lengths; empty for a solid line. */
function dashOf(
  text: string | undefined,
  inherited: readonly number[],
  length: (text: string) => number | undefined,
): readonly number[] {
  if (text === undefined || text === 'inherit') return inherited;
  const list = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((part) => length(part) ?? 0);
  // Dashes of length 0, or no list at all, make a solid line.
  if (list.every((one) => one <= 0)) return [];
  return list.length % 2 === 0 ? list : [...list, ...list];
}
