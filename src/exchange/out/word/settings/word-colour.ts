import { colourOf } from '../../../../layout/style/colour-of.ts';

/** A colour of a style as Word writes it: six digits. */
export function wordColour(token: string | number): string {
  const colour = colourOf(token);
  const parts = typeof colour === 'number' ? [colour, colour, colour] : colour.slice(0, 3);
  return parts
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
}
