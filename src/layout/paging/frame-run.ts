import type { Strip } from '../strips/strip.ts';

/** What one frame holds: the strips from `from` up to but not including `to`, and the lines of notes at its foot. */
export interface FrameRun {
  readonly from: number;
  readonly to: number;
  /** The strips repeated at its top: the header of a table that continues in this frame. */
  readonly header: readonly Strip[];
  readonly notes: readonly Strip[];
}
