import type { Colour } from './page.ts';

/** The contrast that text needs to be read by most people (WCAG 2.2, 1.4.3). */
export const READABLE_CONTRAST = 4.5;

/** A share of sRGB as a share of light, and back (IEC 61966-2-1). */
const toLinear = (share: number): number =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
const toSrgb = (light: number): number =>
  light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;

/** How much light a colour gives back, from 0 to 1; of inks, as they look without a profile. */
export function luminance(colour: Colour): number {
  if (typeof colour === 'number') return toLinear(colour);
  const [red, green, blue] =
    colour.length === 4 ? colour.slice(0, 3).map((ink) => (1 - ink) * (1 - colour[3])) : colour;
  return 0.2126 * toLinear(red!) + 0.7152 * toLinear(green!) + 0.0722 * toLinear(blue!);
}

/** The gray that gives back as much light as a colour: no contrast gets better or worse by it. */
export const grayOf = (colour: Colour): number =>
  typeof colour === 'number' ? colour : Math.round(Math.min(1, toSrgb(luminance(colour))) * 1000) / 1000;

/** The contrast of two colours, from 1 to 21. */
export function contrastRatio(one: Colour, other: Colour): number {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}
