import { cardGrowth } from './card-growth.ts';
import type { Style } from './style.ts';

/** The looks of what is beside the words of a card, and the largest size that they grow to, in points: in the hand, and on a wall. */
const SMALL_LOOKS = ['small', 'label', 'furniture'] as const;
const LARGEST = 14;
const LARGEST_ON_WALL = 24;
/** How much larger than A7 a card is that hangs on a wall: nearly A4. */
const WALL = 2.5;

/** Gives a style with larger small print for cards larger than A7. Their words grow as they are fitted. */
export function styleForCards(style: Style, size: { width: number; height: number }): Style {
  const growth = cardGrowth(size);
  if (growth === 1) return style;
  const sizes = SMALL_LOOKS.flatMap((look) => {
    const base = style[`${look}-size`];
    const grown = Math.max(base, Math.min(base * growth, growth > WALL ? LARGEST_ON_WALL : LARGEST));
    return [
      [`${look}-size`, grown],
      [`${look}-leading`, (style[`${look}-leading`] * grown) / base],
    ] as const;
  });
  return { ...style, ...Object.fromEntries(sizes) };
}
