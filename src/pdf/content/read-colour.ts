import {
  dictOf,
  get,
  isArray,
  itemsOf,
  nameOf,
  numberOf,
  type PDFDict,
  type PDFObject,
} from './syntax/pdf-objects.ts';

/** What a colour is mixed from: inks for `gray`, `cmyk` and `spot`, light for `rgb`. */
type ColourSpace = 'gray' | 'rgb' | 'cmyk' | 'spot' | 'lab' | 'pattern' | 'unknown';

/** A colour as a file gives it. */
export interface ReadColour {
  readonly space: ColourSpace;
  /** From 0 to 1: gray and light from black up, inks from none up. Empty for patterns. */
  readonly values: readonly number[];
  /** Whether a colour profile defines the values. */
  readonly profile?: true;
  /** The names of spot inks. */
  readonly inks?: readonly string[];
}

export const BLACK: ReadColour = { space: 'gray', values: [0] };

/** A colour space, as far as is needed to know the inks. */
export interface ColourSpaceReader {
  readonly space: ColourSpace;
  readonly components: number;
  readonly profile?: true;
  readonly inks?: readonly string[];
  /** For an indexed space: the space of its colours. */
  readonly of?: ColourSpaceReader;
}

const DEVICE: ReadonlyMap<string, ColourSpaceReader> = new Map<string, ColourSpaceReader>(
  Object.entries({
    DeviceGray: { space: 'gray', components: 1 },
    G: { space: 'gray', components: 1 },
    CalGray: { space: 'gray', components: 1 },
    DeviceRGB: { space: 'rgb', components: 3 },
    RGB: { space: 'rgb', components: 3 },
    CalRGB: { space: 'rgb', components: 3 },
    DeviceCMYK: { space: 'cmyk', components: 4 },
    CMYK: { space: 'cmyk', components: 4 },
    Lab: { space: 'lab', components: 3 },
    Pattern: { space: 'pattern', components: 0 },
  }),
);

const UNKNOWN: ColourSpaceReader = { space: 'unknown', components: 0 };

/** Reads a colour space. */
export function readColourSpace(
  value: PDFObject | string | undefined,
  resources: PDFDict | undefined,
  depth = 0,
): ColourSpaceReader {
  if (depth > 5) return UNKNOWN;
  const name = typeof value === 'string' ? value : nameOf(value);
  if (name !== undefined)
    return (
      DEVICE.get(name) ??
      readColourSpace(get(dictOf(get(resources, 'ColorSpace')), name), resources, depth + 1)
    );
  if (typeof value === 'string' || !isArray(value)) return UNKNOWN;
  const items = itemsOf(value);
  const kind = nameOf(items[0]) ?? '';
  if (kind === 'ICCBased') {
    const components = numberOf(get(dictOf(items[1]), 'N'));
    const space =
      components === 1 ? 'gray' : components === 3 ? 'rgb' : components === 4 ? 'cmyk' : 'unknown';
    return { space, components: components ?? 0, profile: true };
  }
  if (kind === 'Separation') return { space: 'spot', components: 1, inks: [nameOf(items[1]) ?? '?'] };
  if (kind === 'DeviceN') {
    const inks = itemsOf(items[1]).map((ink) => nameOf(ink) ?? '?');
    return { space: 'spot', components: inks.length, inks };
  }
  if (kind === 'Indexed' || kind === 'I')
    return { space: 'unknown', components: 1, of: readColourSpace(items[1], resources, depth + 1) };
  return DEVICE.get(kind) ?? UNKNOWN;
}

/** Gives the colour that a space begins with. */
export const initialColour = (space: ColourSpaceReader): ReadColour =>
  colourIn(
    space,
    space.space === 'cmyk'
      ? [0, 0, 0, 1]
      : Array.from({ length: space.components }, () => (space.space === 'spot' ? 1 : 0)),
  );

/** Gives a colour of a space. */
export function colourIn(space: ColourSpaceReader, values: readonly number[]): ReadColour {
  return {
    space: space.of?.space ?? space.space,
    // An index does not give the colour itself.
    values: space.of ? [] : values,
    ...((space.profile ?? space.of?.profile) && { profile: true }),
    ...(space.inks && { inks: space.inks }),
  };
}

/** Gives red, green and blue from 0 to 1, about as a screen would show a colour; undefined if that is not known. */
export function asRgb({ space, values }: ReadColour): readonly [number, number, number] | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = values;
  if (values.length === 0) return undefined;
  if (space === 'gray') return [a, a, a];
  if (space === 'rgb') return [a, b, c];
  if (space === 'cmyk') return [(1 - a) * (1 - d), (1 - b) * (1 - d), (1 - c) * (1 - d)];
  return undefined;
}
