import { ASIDE_GAP, type Strip, stackHeight } from '../strips/strip.ts';

/**
 * Follows the margin column beside strips that are placed one below another in a frame. A wide strip begins something else, so
 * it goes below the asides of what comes before it: they would be read as notes on it.
 */
export interface MarginColumn {
  /** The room above a strip, in points: more than its own if it is wide and asides reach further down. */
  gapBefore(strip: Strip): number;
  /** Places a strip with its asides, whose gap counts unless it is the first. */
  place(strip: Strip, gap: number): void;
  /** How far the asides reach below a frame of a height if each is beside its strip, in points. */
  readonly pushed: (height: number) => number;
  /** How much too tall the asides are for a frame of a height, below the last wide strip. */
  readonly over: (height: number) => number;
}

/** The column of strips that have no asides. */
export const NO_ASIDES: MarginColumn = {
  gapBefore: ({ gapBefore }) => gapBefore,
  place: () => {},
  pushed: () => 0,
  over: () => 0,
};

export function marginColumn(top: number): MarginColumn {
  let bottom = top;
  // Where the next aside could go: beside its strip, or below the one before.
  let free = top;
  let stretchTop = top;
  let stacked = 0;
  return {
    gapBefore: ({ wide, gapBefore }) =>
      wide && stacked > 0 ? Math.max(gapBefore, free - bottom) : gapBefore,
    place(strip, gap) {
      const y = bottom + gap;
      bottom = y + strip.height;
      if (strip.wide) {
        stretchTop = free = bottom + ASIDE_GAP;
        stacked = 0;
      }
      // Most strips have none, and nearly every strip is tried on many pages.
      if (strip.asides.length === 0) return;
      for (const one of strip.asides) {
        const height = stackHeight(one) + ASIDE_GAP;
        free = Math.max(free, y) + height;
        stacked += height;
      }
    },
    pushed: (height) => Math.max(0, free - height),
    over: (height) => (stacked > 0 ? Math.max(0, stretchTop + stacked - ASIDE_GAP - height) : 0),
  };
}
