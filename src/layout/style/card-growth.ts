import { smallest } from '../../diagnostics/collections/smallest.ts';
import { mm } from '../../pages/length.ts';

/** The sides of A7, in points. */
const SHORT = mm(74);
const LONG = mm(105);

/**
 * Gives how much larger than on A7 type is on a card: 1.4 on A6. On smaller cards it is as large as on A7, as far as it
 * fits.
 */
export function cardGrowth({ width, height }: { width: number; height: number }): number {
  const [short, long] = width < height ? [width, height] : [height, width];
  return Math.max(1, smallest([short / SHORT, long / LONG]));
}
