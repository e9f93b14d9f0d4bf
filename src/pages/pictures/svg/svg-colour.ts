import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Colour } from '../../page.ts';

/** The CSS names of colours that drawings use. */
const NAMES: Readonly<Record<string, string>> = {
  black: '000000',
  white: 'ffffff',
  gray: '808080',
  grey: '808080',
  silver: 'c0c0c0',
  lightgray: 'd3d3d3',
  lightgrey: 'd3d3d3',
  darkgray: 'a9a9a9',
  darkgrey: 'a9a9a9',
  dimgray: '696969',
  dimgrey: '696969',
  gainsboro: 'dcdcdc',
  whitesmoke: 'f5f5f5',
  red: 'ff0000',
  darkred: '8b0000',
  crimson: 'dc143c',
  maroon: '800000',
  brown: 'a52a2a',
  orange: 'ffa500',
  darkorange: 'ff8c00',
  gold: 'ffd700',
  yellow: 'ffff00',
  olive: '808000',
  green: '008000',
  darkgreen: '006400',
  lightgreen: '90ee90',
  lime: '00ff00',
  teal: '008080',
  aqua: '00ffff',
  cyan: '00ffff',
  lightblue: 'add8e6',
  skyblue: '87ceeb',
  steelblue: '4682b4',
  blue: '0000ff',
  darkblue: '00008b',
  navy: '000080',
  purple: '800080',
  indigo: '4b0082',
  violet: 'ee82ee',
  fuchsia: 'ff00ff',
  magenta: 'ff00ff',
  pink: 'ffc0cb',
  beige: 'f5f5dc',
  tomato: 'ff6347',
};

/** Reads a colour: a name, `#rgb`, `#rrggbb` or `rgb(…)`; undefined if it is none of these. */
export function readColour(text: string): Colour | undefined {
  const value = text.trim().toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(value);
  const hex = short
    ? short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')
    : (/^#([0-9a-f]{6})$/.exec(value)?.[1] ?? ownValue(NAMES, value));
  if (hex !== undefined)
    return grayIfNeutral([0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  const list = /^rgb\(([^)]*)\)$/
    .exec(value)?.[1]
    ?.split(/[\s,]+/)
    .filter(Boolean);
  if (list?.length !== 3 || !list.every((part) => /^[\d.]+%?$/.test(part))) return undefined;
  return grayIfNeutral(
    list.map((part) => Math.min(1, part.endsWith('%') ? Number.parseFloat(part) / 100 : Number(part) / 255)),
  );
}

/** A colour with equal components becomes a gray, which prints in black ink alone. */
const grayIfNeutral = ([red, green, blue]: readonly number[]): Colour =>
  red === green && green === blue ? red! : [red!, green!, blue!];
