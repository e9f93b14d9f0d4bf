import type { Colour } from '../../../page.ts';

/** White paper. */
export const PAPER: Colour = 1;

/** Mixes two colours. @param share how much there is of the first, from 0 to 1 */
export function mixColours(colour: Colour, other: Colour, share: number): Colour {
  const [a, b] = [inThree(colour), inThree(other)];
  const [red, green, blue] = [0, 1, 2].map((at) => a[at]! * share + b[at]! * (1 - share));
  return red === green && green === blue ? red! : [red!, green!, blue!];
}

const inThree = (colour: Colour): readonly number[] =>
  typeof colour === 'number' ? [colour, colour, colour] : colour;
