import { valueAt } from './curves.ts';
import type { PressProfile } from './read-profile.ts';
import type { ColourTable } from './read-table.ts';

/** Turns colours into inks: three bytes per colour (sRGB) into four (cyan, magenta, yellow, black). */
export type InkMixer = (rgb: Uint8Array) => Uint8Array;

/** How many colours are remembered, since pictures repeat them. The bits of a colour give its place in the cache. */
const CACHE_SIZE = 1 << 16;

const PAPER = 0xffffff;

/** Gives the ink mixer of a profile. The same colours give the same inks on every machine. */
export function inkMixer({ inks }: PressProfile): InkMixer {
  const keys = new Int32Array(CACHE_SIZE).fill(-1);
  const kept = new Uint8Array(CACHE_SIZE * 4);
  return (rgb) => {
    const mixed = new Uint8Array((rgb.length / 3) * 4);
    for (let from = 0, to = 0; from + 2 < rgb.length; from += 3, to += 4) {
      const key = (rgb[from]! << 16) | (rgb[from + 1]! << 8) | rgb[from + 2]!;
      const place = (key ^ (key >> 8)) & (CACHE_SIZE - 1);
      if (keys[place] !== key) {
        keys[place] = key;
        const lab = labOf(rgb[from]!, rgb[from + 1]!, rgb[from + 2]!);
        // White falls between the points of most grids, but paper has to stay free of ink.
        const found = key === PAPER ? [0, 0, 0, 0] : lookUp(inks, encodeLab(lab, inks.lab));
        found.forEach((share, ink) => {
          kept[place * 4 + ink] = Math.round(Math.min(1, Math.max(0, share)) * 255);
        });
      }
      for (let ink = 0; ink < 4; ink++) mixed[to + ink] = kept[place * 4 + ink]!;
    }
    return mixed;
  };
}

/** Bytes of sRGB as linear light (IEC 61966-2-1). */
const LINEAR = Float64Array.from({ length: 256 }, (_, byte) => {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

/** The white point of profiles: paper under D50. */
const WHITE = [0.9642, 1, 0.8249] as const;

/** Turns sRGB into L*a*b* under D50, adapted by Bradford’s matrix. */
export function labOf(red: number, green: number, blue: number): [number, number, number] {
  const [r, g, b] = [LINEAR[red]!, LINEAR[green]!, LINEAR[blue]!];
  const [x, y, z] = [
    (0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / WHITE[0],
    (0.2225045 * r + 0.7168786 * g + 0.0606169 * b) / WHITE[1],
    (0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / WHITE[2],
  ].map((t) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116)) as [
    number,
    number,
    number,
  ];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Encodes L*a*b* as numbers from 0 to 1, as tables take it. */
const encodeLab = ([l, a, b]: readonly [number, number, number], lab: ColourTable['lab']): number[] => {
  const full = [l / 100, (a + 128) / 255, (b + 128) / 255];
  return lab === 'full' ? full : full.map((part) => (part * 65280) / 65535);
};

/** Looks a colour up in a table: multilinear interpolation between the points of the grid. */
export function lookUp({ before, grid, after }: ColourTable, colour: readonly number[]): number[] {
  const { points, channels, values } = grid;
  const places = colour.map((part, channel) => {
    const place = Math.min(1, Math.max(0, valueAt(before[channel]!, part))) * (points[channel]! - 1);
    const below = Math.min(points[channel]! - 2, Math.floor(place));
    return { below, share: place - below };
  });
  const found = Array<number>(channels).fill(0);
  for (let corner = 0; corner < 1 << places.length; corner++) {
    let weight = 1;
    let index = 0;
    places.forEach(({ below, share }, channel) => {
      const above = (corner >> channel) & 1;
      weight *= above ? share : 1 - share;
      index = index * points[channel]! + below + above;
    });
    if (weight === 0) continue;
    for (let channel = 0; channel < channels; channel++)
      found[channel]! += weight * values[index * channels + channel]!;
  }
  return found.map((share, channel) => valueAt(after[channel]!, share));
}
