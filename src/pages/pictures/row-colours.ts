import { channelsOf, type PngHeader } from './png-pixels.ts';

/** Turns a row of samples into three bytes per pixel, on white. @returns what is wrong with it, in words */
type RowColours = (row: Uint8Array, rgb: Uint8Array) => string | undefined;

/** Gives what turns the rows of a PNG into colours, for its kind of samples. */
export function rowColours(
  header: PngHeader,
  palette: Uint8Array | undefined,
  transparency: Uint8Array | undefined,
): RowColours {
  const { depth, colour } = header;
  const isOne = colour === 3 || (colour === 0 && depth <= 8);
  return isOne ? byTable(header, palette, transparency) : bySamples(header, transparency);
}

const onWhite = (sample: number, alpha: number) => Math.round((sample * alpha) / 255 + 255 - alpha);

/** Where a pixel is one sample of at most 8 bits, its colour is looked up. */
function byTable(
  { width, depth, colour }: PngHeader,
  palette: Uint8Array | undefined,
  transparency: Uint8Array | undefined,
): RowColours {
  const values = 2 ** depth;
  const known = colour === 3 ? Math.min(values, Math.floor((palette?.length ?? 0) / 3)) : values;
  const most = values - 1;
  const clear = transparency && ((transparency[0] ?? 0) << 8) | (transparency[1] ?? 0);
  const table = new Uint8Array(values * 3);
  for (let value = 0; value < known; value++)
    for (let part = 0; part < 3; part++) {
      const sample = colour === 3 ? palette![value * 3 + part]! : (value * 255) / most;
      const alpha = colour === 3 ? (transparency?.[value] ?? 255) : value === clear ? 0 : 255;
      table[value * 3 + part] = onWhite(sample, alpha);
    }
  return (row, rgb) => {
    for (let column = 0, bit = 0, to = 0; column < width; column++, bit += depth, to += 3) {
      const value = (row[bit >> 3]! >> (8 - depth - (bit & 7))) & most;
      if (value >= known) return 'it uses colours that are not in its palette';
      rgb[to] = table[value * 3]!;
      rgb[to + 1] = table[value * 3 + 1]!;
      rgb[to + 2] = table[value * 3 + 2]!;
    }
    return undefined;
  };
}

/** Where a pixel has several samples, or one of 16 bits, of which the upper 8 are used. */
function bySamples({ width, depth, colour }: PngHeader, transparency: Uint8Array | undefined): RowColours {
  const bytes = depth / 8;
  const channels = channelsOf(colour);
  const step = bytes * channels;
  const [green, blue] = channels < 3 ? [0, 0] : [bytes, 2 * bytes];
  const alphaAt = channels === 2 || channels === 4 ? (channels - 1) * bytes : -1;
  const clear = alphaAt < 0 ? clearBytes(transparency, channels, bytes) : undefined;
  return (row, rgb) => {
    for (let column = 0, from = 0, to = 0; column < width; column++, from += step, to += 3) {
      // A colour is transparent only if it matches the file’s transparent colour in every bit.
      const isClear = clear?.every((byte, index) => row[from + index] === byte) === true;
      const alpha = isClear ? 0 : alphaAt < 0 ? 255 : row[from + alphaAt]!;
      if (alpha === 255) {
        rgb[to] = row[from]!;
        rgb[to + 1] = row[from + green]!;
        rgb[to + 2] = row[from + blue]!;
      } else {
        rgb[to] = onWhite(row[from]!, alpha);
        rgb[to + 1] = onWhite(row[from + green]!, alpha);
        rgb[to + 2] = onWhite(row[from + blue]!, alpha);
      }
    }
    return undefined;
  };
}

/** The samples of the transparent colour, as they are written in rows; a file always gives two bytes for each. */
function clearBytes(
  transparency: Uint8Array | undefined,
  channels: number,
  bytes: number,
): Uint8Array | undefined {
  if (!transparency) return undefined;
  const whole = new Uint8Array(channels * 2);
  whole.set(transparency.subarray(0, channels * 2));
  return bytes === 2 ? whole : whole.filter((_, index) => index % 2 === 1);
}
