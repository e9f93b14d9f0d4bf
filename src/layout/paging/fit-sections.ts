import { smallest } from '../../diagnostics/collections/smallest.ts';
import type { Fit } from './page-setup.ts';

/** The step between the sizes tried, in points. */
const STEP = 0.25;

/** The result of fitting one section. */
interface SectionFit {
  /** The size for the first of the looks, in points. */
  readonly size: number;
  /** Whether the section fits at that size; if not, it is the smallest allowed. */
  readonly fits: boolean;
}

/**
 * Finds the largest size at which each section fits, between the smallest allowed and `largest`, by binary search. Then
 * gives sections that share a size the smallest of theirs. A section under four fifths of their median keeps its own
 * size, so that one long text does not make a whole sheet small.
 * @param largest in points
 * @param fitsAt whether a section fits at a size; if it does, it has to fit at every smaller size
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
    const group = separate
      .slice(from, from + fit.shared)
      .filter((_, place) => (from + place - index) % fit.sides === 0)
      .map(({ size }) => size);
    const middle = [...group].sort((a, b) => a - b)[Math.floor(group.length / 2)]!;
    const shared = group.filter((size) => size >= middle * 0.8);
    return one.size >= middle * 0.8 ? { ...one, size: smallest(shared) } : one;
  });
}
