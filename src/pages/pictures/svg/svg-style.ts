import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Colour } from '../../page.ts';
import { readColour } from './svg-colour.ts';
import type { XmlElement } from './xml-tree.ts';

/** What an element is drawn with, inherited from those around it. */
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
  /** How far below its point the baseline stands, in ems. */
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

/** Says that something is not drawn. */
export type ReportUnsupported = (element: XmlElement, what: string, hint: string) => void;

/** What would change the drawing, and is not drawn. */
const UNSUPPORTED_PROPERTIES: Readonly<Record<string, string>> = {
  'clip-path': 'Draw only what is to be seen.',
  mask: 'Draw only what is to be seen.',
  filter: 'Draw it without shadows and blurs.',
  marker: 'Draw the arrowhead as a path.',
  'marker-start': 'Draw the arrowhead as a path.',
  'marker-mid': 'Draw the arrowhead as a path.',
  'marker-end': 'Draw the arrowhead as a path.',
  'vector-effect': 'Give the stroke the width that it is to have.',
  textLength: 'Let the text be as long as it is.',
  'letter-spacing': 'Let the letters stand as they do.',
  'text-decoration': 'Draw a line beneath the text.',
  'writing-mode': 'Turn the text with transform="rotate(90)".',
};

const BASELINES: Readonly<Record<string, number>> = { middle: 0.27, central: 0.35, hanging: 0.72 };

/** The properties of an element: its attributes, and what its `style` says in their place. */
export function propertiesOf({ attributes }: XmlElement): Record<string, string> {
  const own = Object.fromEntries(
    (attributes['style'] ?? '')
      .split(';')
      .map((part) => part.split(':'))
      .flatMap(([name, ...value]) => (value.length > 0 ? [[name!.trim(), value.join(':').trim()]] : [])),
  );
  return { ...attributes, ...own };
}

/** The style of an element. @param length reads a length; undefined if it is none */
export function styleOf(
  element: XmlElement,
  parent: SvgStyle,
  length: (text: string) => number | undefined,
  reportUnsupported: ReportUnsupported,
): SvgStyle {
  const properties = propertiesOf(element);
  const given = (name: string) => ownValue(properties, name);
  for (const [name, hint] of Object.entries(UNSUPPORTED_PROPERTIES))
    if (![undefined, 'none', 'normal'].includes(given(name))) reportUnsupported(element, `“${name}”`, hint);
  for (const name of ['opacity', 'fill-opacity', 'stroke-opacity'])
    if (Number.parseFloat(given(name) ?? '1') !== 1 && given(name) !== '100%')
      reportUnsupported(element, `“${name}”`, 'Use the colour that it is to look like: paper has no layers.');

  const colourIn = (name: string, inherited: Colour | undefined): Colour | undefined => {
    const value = given(name)?.trim();
    if (value === undefined || value === 'inherit') return inherited;
    if (value === 'none' || value === 'transparent') return undefined;
    if (value === 'currentColor' || value === 'currentcolor') return colour;
    const read = readColour(value);
    if (read === undefined)
      reportUnsupported(
        element,
        `“${name}: ${value}”`,
        value.startsWith('url(')
          ? 'Gradients and patterns are not drawn: use a plain fill.'
          : 'Write it as #rrggbb.',
      );
    return read;
  };
  const colour = (properties['color'] && readColour(properties['color'])) || parent.colour;
  const numberIn = (name: string, inherited: number): number => {
    const value = given(name);
    if (value === undefined || value === 'inherit') return inherited;
    const read = length(value);
    if (read === undefined || read < 0) reportUnsupported(element, `“${name}: ${value}”`, 'Write a number.');
    return Math.max(0, read ?? inherited);
  };
  const oneOf = <T extends string>(name: string, known: readonly T[], inherited: T): T => {
    const value = given(name)?.trim();
    if (value === undefined || value === 'inherit') return inherited;
    const found = known.find((one) => one === value);
    if (found === undefined)
      reportUnsupported(element, `“${name}: ${value}”`, `Known here: ${known.join(', ')}.`);
    return found ?? inherited;
  };
  const weight = properties['font-weight'];
  return {
    colour,
    fill: colourIn('fill', parent.fill),
    stroke: colourIn('stroke', parent.stroke),
    strokeWidth: numberIn('stroke-width', parent.strokeWidth),
    dash: dashIn(properties['stroke-dasharray'], parent.dash, length),
    dashOffset: numberIn('stroke-dashoffset', parent.dashOffset),
    cap: oneOf('stroke-linecap', ['butt', 'round', 'square'], parent.cap),
    join: oneOf('stroke-linejoin', ['miter', 'round', 'bevel'], parent.join),
    evenOdd: oneOf('fill-rule', ['nonzero', 'evenodd'], parent.evenOdd ? 'evenodd' : 'nonzero') === 'evenodd',
    fontSize: numberIn('font-size', parent.fontSize),
    bold: weight === undefined ? parent.bold : /^(bold|bolder|[6-9]00)$/.test(weight),
    italic: properties['font-style'] === undefined ? parent.italic : properties['font-style'] !== 'normal',
    anchor: oneOf('text-anchor', ['start', 'middle', 'end'], parent.anchor),
    baseline: ownValue(BASELINES, properties['dominant-baseline'] ?? '') ?? parent.baseline,
    visible:
      properties['display'] !== 'none' &&
      (properties['visibility'] === undefined ? parent.visible : properties['visibility'] === 'visible'),
  };
}

function dashIn(
  text: string | undefined,
  inherited: readonly number[],
  length: (text: string) => number | undefined,
): readonly number[] {
  if (text === undefined || text === 'inherit') return inherited;
  const list = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((part) => length(part) ?? 0);
  // What is 0 everywhere, or no list at all, is a line without gaps.
  if (list.every((one) => one <= 0)) return [];
  return list.length % 2 === 0 ? list : [...list, ...list];
}
