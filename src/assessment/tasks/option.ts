import type { Passage } from '../../content/entries/entry.ts';

/** Something to choose, or a statement to judge. */
export interface Option extends Passage {
  /** Whether it is right. */
  readonly key: boolean;
  /** Whether it keeps its place when options are shuffled. */
  readonly pinned: boolean;
}
