import { ownValue } from '../../../../diagnostics/collections/own-value.ts';
import type { Colour } from '../../../page.ts';

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

/** A colour and how much it covers, from 0 to 1. */
export interface SvgPaint {
  readonly colour: Colour;
  readonly opacity: number;
}

/** Reads an opaque colour; undefined for anything else. */
export const readColour = (text: string): Colour | undefined => readPaint(text)?.colour;

/** Fallbacks of fallbacks that somebody may write. */
const MOST_FALLBACKS = 8;

/**
 * Reads a colour: a name, a number after `#`, `rgb(…)` or `hsl(…)`, with or without opacity. Of two colours for light
 * and dark screens it takes the first, of a variable its fallback.
 */
export function readPaint(text: string, depth = 0): SvgPaint | undefined {
  if (depth > MOST_FALLBACKS) return undefined;
  const value = text.trim().toLowerCase();
  const either = /^light-dark\((.*)\)$/.exec(value) ?? /^var\(\s*--[\w-]+\s*,(.*)\)$/.exec(value);
  if (either) return readPaint(value.startsWith('var') ? either[1]! : firstOf(either[1]!), depth + 1);
  const hex = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(value)?.[1] ?? ownValue(NAMES, value);
  if (hex !== undefined) {
    const digits = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
    const [red, green, blue, opacity = 1] = (digits.match(/../g) ?? []).map(
      (two) => Number.parseInt(two, 16) / 255,
    );
    return { colour: grayIfNeutral([red!, green!, blue!]), opacity };
  }
  const call = /^(rgb|hsl)a?\(([^)]*)\)$/.exec(value);
  const parts = (call?.[2] ?? '').split(/[\s,/]+/).filter(Boolean);
  if (
    !call ||
    parts.length < 3 ||
    parts.length > 4 ||
    !parts.every((part) => /^[-\d.]+(?:%|deg)?$/.test(part))
  )
    return undefined;
  const opacity = parts[3] === undefined ? 1 : shareOf(parts[3], 1);
  const [a, b, c] = parts as [string, string, string];
  const three =
    call[1] === 'rgb'
      ? [a, b, c].map((part) => shareOf(part, 255))
      : fromHsl(Number.parseFloat(a), shareOf(b, 100), shareOf(c, 100));
  return { colour: grayIfNeutral(three), opacity };
}

/** What is before the first comma that is not inside brackets. */
function firstOf(list: string): string {
  let depth = 0;
  for (const [at, letter] of [...list].entries()) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (letter === ',' && depth === 0) return list.slice(0, at);
  }
  return list;
}

const shareOf = (part: string, whole: number): number =>
  Math.min(1, Math.max(0, Number.parseFloat(part) / (part.endsWith('%') ? 100 : whole)));

/** CSS Color 4, 7.1. */
function fromHsl(hue: number, saturation: number, lightness: number): number[] {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((from) => {
    const at = (((from + hue / 30) % 12) + 12) % 12;
    return lightness - chroma * Math.max(-1, Math.min(at - 3, 9 - at, 1));
  });
}

/** Colours this near to grey are meant as grey: the black of a drawing program may be #1d1d1b. */
const NEUTRAL = 3 / 255;

/** A colour with equal components becomes a gray, which prints in black ink alone. */
function grayIfNeutral([red = 0, green = 0, blue = 0]: readonly number[]): Colour {
  const most = Math.max(red, green, blue);
  if (most - Math.min(red, green, blue) > NEUTRAL) return [red, green, blue];
  return red === green && green === blue ? red : (red + green + blue) / 3;
}
