import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { TextBlock } from '../rich-text/text-block.ts';

/** A card to learn by heart, as any of the formats has it. Texts of one line are Markdown. */
export interface Card {
  readonly at: Place;
  /** What the source calls it for good. */
  readonly id?: string;
  readonly front: readonly TextBlock[];
  readonly back: readonly TextBlock[];
  readonly gender?: string;
  readonly plural?: string;
  readonly example?: string;
  readonly lang?: string;
  readonly tags: readonly string[];
  /** Its words as they are in the source. */
  readonly raw: string;
}
