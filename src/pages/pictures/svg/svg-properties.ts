import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Colour } from '../../page.ts';
import { readColour } from './svg-colour.ts';
import type { XmlElement } from './xml-tree.ts';

/** Reports something that is not drawn, at its element. */
export type ReportUnsupported = (element: XmlElement, what: string, hint: string) => void;

/** The presentation properties of an element. Each reader reports a value that it cannot use. */
interface SvgProperties {
  /** The colour that `currentColor` stands for, if the element sets one. */
  readonly currentColour: Colour | undefined;
  /** The value as it is written. */
  text(name: string): string | undefined;
  /** @returns undefined for no paint */
  colourOf(name: string, inherited: Colour | undefined, currentColour: Colour): Colour | undefined;
  /** A length of 0 or more. */
  numberOf(name: string, inherited: number): number;
  oneOf<T extends string>(name: string, known: readonly T[], inherited: T): T;
}

/** Properties that change a drawing but are not supported, each with what to do instead. */
const UNSUPPORTED_PROPERTIES: Readonly<Record<string, string>> = {
  'clip-path': 'Draw only the parts that are visible.',
  mask: 'Draw only the parts that are visible.',
  filter: 'Draw it without shadows or blurs.',
  marker: 'Draw the arrowhead as a path.',
  'marker-start': 'Draw the arrowhead as a path.',
  'marker-mid': 'Draw the arrowhead as a path.',
  'marker-end': 'Draw the arrowhead as a path.',
  'vector-effect': 'Remove it, and give the stroke the width you want.',
  textLength: 'Remove “textLength”.',
  'letter-spacing': 'Remove “letter-spacing”.',
  'text-decoration': 'Draw a line as a path instead.',
  'writing-mode': 'Turn the text with transform="rotate(90)".',
};

/** Reads the properties of an element: its attributes, and those that its `style` sets in their place. */
export function readProperties(
  element: XmlElement,
  length: (text: string) => number | undefined,
  reportUnsupported: ReportUnsupported,
): SvgProperties {
  const properties = { ...element.attributes, ...declarationsIn(element.attributes['style'] ?? '') };
  const text = (name: string) => ownValue(properties, name);
  const reportValue = (name: string, value: string, hint: string) =>
    reportUnsupported(element, `“${name}: ${value}”`, hint);
  reportUnsupportedProperties(element, text, reportUnsupported);
  const colour = text('color');
  return {
    currentColour: colour ? readColour(colour) : undefined,
    text,
    colourOf(name, inherited, currentColour) {
      const value = text(name)?.trim();
      if (value === undefined || value === 'inherit') return inherited;
      if (value === 'none' || value === 'transparent') return undefined;
      if (value === 'currentColor' || value === 'currentcolor') return currentColour;
      const read = readColour(value);
      if (read === undefined) {
        const isPaintServer = value.startsWith('url(');
        const hint = isPaintServer
          ? 'Use a plain fill instead of a gradient or pattern.'
          : 'Write the colour as #rrggbb.';
        reportValue(name, value, hint);
      }
      return read;
    },
    numberOf(name, inherited) {
      const value = text(name);
      if (value === undefined || value === 'inherit') return inherited;
      const read = length(value);
      if (read === undefined || read < 0) reportValue(name, value, 'Write a number.');
      return Math.max(0, read ?? inherited);
    },
    oneOf(name, known, inherited) {
      const value = text(name)?.trim();
      if (value === undefined || value === 'inherit') return inherited;
      const found = known.find((one) => one === value);
      if (found === undefined) reportValue(name, value, `Use one of ${known.join(', ')}.`);
      return found ?? inherited;
    },
  };
}

function reportUnsupportedProperties(
  element: XmlElement,
  text: (name: string) => string | undefined,
  reportUnsupported: ReportUnsupported,
): void {
  for (const [name, hint] of Object.entries(UNSUPPORTED_PROPERTIES))
    if (![undefined, 'none', 'normal'].includes(text(name))) reportUnsupported(element, `“${name}”`, hint);
  for (const name of ['opacity', 'fill-opacity', 'stroke-opacity'])
    if (Number.parseFloat(text(name) ?? '1') !== 1 && text(name) !== '100%')
      reportUnsupported(
        element,
        `“${name}”`,
        'Drawings cannot be transparent. Use the colour you want to see.',
      );
}

/** The declarations in a `style` attribute, by property. */
const declarationsIn = (style: string): Record<string, string> =>
  Object.fromEntries(
    style
      .split(';')
      .map((part) => part.split(':'))
      .flatMap(([name, ...value]) => (value.length > 0 ? [[name!.trim(), value.join(':').trim()]] : [])),
  );
