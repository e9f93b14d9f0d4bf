import type { Passage } from '../../../content/entries/entry.ts';

/** Something to learn by heart, with a front and a back: a word and what it means, or a question and its answer. */
export interface CardOut {
  /** The same in every export, and unlike that of any other pack with another folder. */
  readonly guid: string;
  /** The id of its entry. */
  readonly id: string;
  readonly at: Passage['at'];
  readonly isWord: boolean;
  /** As Markdown. */
  readonly front: readonly Passage[];
  readonly back: readonly Passage[];
  /** The language of its front, if not that of the pack. */
  readonly lang: string | undefined;
  /** What is said of a word besides its meaning. */
  readonly gender: Passage | undefined;
  readonly plural: Passage | undefined;
  readonly example: Passage | undefined;
  /** Words of the author’s and chapters, to find it by. */
  readonly tags: readonly string[];
}
