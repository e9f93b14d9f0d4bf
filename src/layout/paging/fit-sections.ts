import { smallest } from '../../diagnostics/collections/smallest.ts';
import type { Fit } from './page-setup.ts';

/** Steps in which sizes are tried, in points. */
const STEP = 0.25;

/** What fitting found for one section. */
export interface SectionFit {
  /** The size for the first of the looks, in points. */
  readonly size: number;
  /** Whether the section fits at that size; if not, it is the smallest allowed. */
  readonly fits: boolean;
}

/**
 * The largest size between the smallest allowed and `largest` at which each section fits, by binary search, and then
 * one size for sections that share: the smallest of theirs, but for a section whose own size is under four fifths of
 * the middle one, which keeps its own so that one long text does not make a whole sheet small.
 * @param fitsAt whether a section fits at a size; once it does, it must at every smaller size
 */
export function fitSections(
  count: number,
  largest: number,
  fit: Fit,
  fitsAt: (section: number, size: number) => boolean,
): SectionFit[] {
  const separate = Array.from({ length: count }, (_, section): SectionFit => {
    if (fitsAt(section, largest)) return { size: largest, fits: true };
    let low = 0;
    let high = Math.floor((largest - fit.smallest) / STEP);
    if (!fitsAt(section, fit.smallest)) return { size: fit.smallest, fits: false };
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (fitsAt(section, fit.smallest + middle * STEP)) low = middle;
      else high = middle - 1;
    }
    return { size: fit.smallest + low * STEP, fits: true };
  });
  return separate.map((one, index) => {
    const from = index - (index % fit.shared);
    const group = separate.slice(from, from + fit.shared).map(({ size }) => size);
    const middle = [...group].sort((a, b) => a - b)[Math.floor(group.length / 2)]!;
    const shared = group.filter((size) => size >= middle * 0.8);
    return one.size >= middle * 0.8 ? { ...one, size: smallest(shared) } : one;
  });
}
