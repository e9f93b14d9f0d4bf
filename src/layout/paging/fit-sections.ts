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

/** How a section fits at one size. */
export interface Trial {
  readonly fits: boolean;
  /** The share of its room that it fills: more than 1 if it needs more. */
  readonly filled: number;
}

/**
 * Finds the largest size at which each section fits, between the smallest allowed and `largest`. Then gives sections that
 * share a size the smallest of theirs. A section under four fifths of their median keeps its own size, so that one long
 * text does not make a whole sheet small.
 * @param largest in points
 * @param tryAt tries a section at a size; if it fits, it has to fit at every smaller size
 */
export function fitSections(
  count: number,
  largest: number,
  fit: Fit,
  tryAt: (section: number, size: number) => Trial,
): SectionFit[] {
  const separate = Array.from({ length: count }, (_, section) =>
    largestThatFits(largest, fit.smallest, (size) => tryAt(section, size)),
  );
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

/** The most sizes that are guessed; the others are found by halving. */
const MOST_GUESSES = 4;

/**
 * Finds the largest size at which something fits. A trial takes time, and text takes room as the square of its size, so the
 * room that was filled says which size to try next.
 */
function largestThatFits(largest: number, smallest: number, tryAt: (size: number) => Trial): SectionFit {
  const whole = tryAt(largest);
  if (whole.fits) return { size: largest, fits: true };
  // It fits at the step `low`, unless no step was found, and not at `high`.
  let low = -1;
  let high = Math.max(0, Math.ceil((largest - smallest) / STEP));
  let last = { size: largest, filled: whole.filled };
  for (let tries = 1; low + 1 < high; tries++) {
    const guess = Math.floor((last.size / Math.sqrt(last.filled) - smallest) / STEP);
    const middle = Math.floor((low + high) / 2);
    const step = tries > MOST_GUESSES ? middle : Math.min(Math.max(guess || 0, low + 1), high - 1);
    const size = smallest + step * STEP;
    const { fits, filled } = tryAt(size);
    if (fits) low = step;
    else high = step;
    last = { size, filled };
  }
  return low < 0 ? { size: smallest, fits: false } : { size: smallest + low * STEP, fits: true };
}
