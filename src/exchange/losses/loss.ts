import type { Place } from '../../diagnostics/diagnostic.ts';

/** Something that was left behind on the way into a pack, or out of it, since the other side has no place for it. */
export interface Loss {
  /** What it is, and why it could not come along, as one would say it: “a comment”, “the penalty for a wrong answer”. */
  readonly what: string;
  /** Its words, whole; empty for what has none. */
  readonly text: string;
  readonly at: Place;
}
