import type { Colour } from './page.ts';

/** The contrast that most people need to read text (WCAG 2.2, 1.4.3). */
export const READABLE_CONTRAST = 4.5;

/** Converts a component of sRGB to linear light, and back; both from 0 to 1 (IEC 61966-2-1). */
const toLinear = (share: number): number =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
const toSrgb = (light: number): number =>
  light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;

/** The relative luminance of a colour, from 0 to 1 (WCAG 2.2). Inks are converted without a profile. */
export function luminance(colour: Colour): number {
  if (typeof colour === 'number') return toLinear(colour);
  const [red, green, blue] =
    colour.length === 4 ? colour.slice(0, 3).map((ink) => (1 - ink) * (1 - colour[3])) : colour;
  return 0.2126 * toLinear(red!) + 0.7152 * toLinear(green!) + 0.0722 * toLinear(blue!);
}

/** The gray with the luminance of a colour, so that all contrasts stay the same. */
export const grayOf = (colour: Colour): number =>
  typeof colour === 'number' ? colour : Math.round(Math.min(1, toSrgb(luminance(colour))) * 1000) / 1000;

/** The contrast ratio of two colours, from 1 to 21 (WCAG 2.2). */
export function contrastRatio(one: Colour, other: Colour): number {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}
