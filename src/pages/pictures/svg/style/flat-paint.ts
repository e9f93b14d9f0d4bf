import type { Colour } from '../../../page.ts';
import { declarationsIn } from '../document/declarations-in.ts';
import type { SvgElement } from '../document/svg-tree.ts';
import { mixColours } from './mix-colours.ts';
import { readColour } from './svg-colour.ts';

/** A gradient in one colour: its mean. */
interface FlatPaint {
  readonly colour: Colour;
  /** From 0 to 1. */
  readonly opacity: number;
  /** Whether it is one colour in any case. */
  readonly isFlat: boolean;
}

const MAX_REFERENCES = 8;

/**
 * Gives the mean colour of a gradient: school printers make stripes of a gradual one.
 * @returns undefined for anything but a gradient with stops
 */
export function flatPaint(id: string, byId: ReadonlyMap<string, SvgElement>): FlatPaint | undefined {
  let gradient = byId.get(id);
  for (let at = 0; at < MAX_REFERENCES && gradient; at++) {
    if (!/^(?:linear|radial)Gradient$/.test(gradient.name)) return undefined;
    const stops = stopsOf(gradient);
    if (stops.length > 0) return meanOf(stops);
    gradient = byId.get((gradient.attributes['href'] ?? '').replace(/^#/, ''));
  }
  return undefined;
}

interface Stop {
  readonly offset: number;
  readonly colour: Colour;
  readonly opacity: number;
}

function stopsOf({ children }: SvgElement): Stop[] {
  let least = 0;
  return children.flatMap((child): Stop[] => {
    if (typeof child === 'string' || child.name !== 'stop') return [];
    const properties = new Map(
      Object.entries({ ...child.attributes, ...declarationsIn(child.attributes['style'] ?? '') }),
    );
    const shareOf = (name: string, fallback: number) => {
      const text = properties.get(name) ?? '';
      const number = Number.parseFloat(text);
      return Number.isFinite(number)
        ? Math.min(1, Math.max(0, text.endsWith('%') ? number / 100 : number))
        : fallback;
    };
    least = Math.max(least, shareOf('offset', 0));
    return [
      {
        offset: least,
        colour: readColour(properties.get('stop-color') ?? 'black') ?? 0,
        opacity: shareOf('stop-opacity', 1),
      },
    ];
  });
}

/** The mean over the length of a gradient, which is straight between two stops and flat outside them. */
function meanOf(stops: readonly Stop[]): FlatPaint {
  const ends = [{ ...stops[0]!, offset: 0 }, ...stops, { ...stops.at(-1)!, offset: 1 }];
  let colour = stops[0]!.colour;
  let opacity = 0;
  let length = 0;
  for (const [index, end] of ends.slice(1).entries()) {
    const start = ends[index]!;
    const part = end.offset - start.offset;
    if (part <= 0) continue;
    length += part;
    colour = mixColours(mixColours(start.colour, end.colour, 0.5), colour, part / length);
    opacity += ((start.opacity + end.opacity) / 2) * part;
  }
  const isFlat = stops.every(
    (stop) =>
      JSON.stringify(stop.colour) === JSON.stringify(stops[0]!.colour) && stop.opacity === stops[0]!.opacity,
  );
  return { colour, opacity: length > 0 ? opacity / length : stops[0]!.opacity, isFlat };
}
