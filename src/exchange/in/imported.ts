import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Loss } from '../losses/loss.ts';

/**
 * What a file of another format says, in the words of a pack. Entries are data here; they are written as Markdown and read
 * back as a pack is, so that nothing comes in that an author could not have written.
 */
export interface Imported {
  /** What it says about itself as a whole, for `pack.md`. */
  readonly about: {
    readonly title?: string;
    readonly author?: string;
    readonly lang?: string;
    /** What it says before anything else, in Markdown: the text of a new `pack.md`. */
    readonly intro?: string;
  };
  readonly entries: readonly ImportedEntry[];
  readonly pictures: readonly ImportedPicture[];
  /** Everything that was in the source and is in none of the entries. */
  readonly losses: readonly Loss[];
}

/** An entry as it was found in a source. */
export interface ImportedEntry {
  /** The name of its kind, of which a pack holds many: `items`, `vocabulary`, `quotations`. */
  readonly kind: string;
  /** What the source calls it for good, so that a second import finds it again; if it says nothing, its name serves. */
  readonly id?: string;
  /** Its heading: plain text; of an item, whose heading is its question, Markdown without line ends. */
  readonly name: string;
  /** Fields that name other entries of the source do so by their ids or, if these have none, by their names. */
  readonly fields: Readonly<Record<string, FieldData>>;
  /** Markdown. */
  readonly body: string;
  readonly at: Place;
}

/** What a field of front matter can hold. */
export type FieldData =
  | string
  | number
  | boolean
  | readonly FieldData[]
  | { readonly [name: string]: FieldData };

/** A picture that came with a source. */
export interface ImportedPicture {
  /** Below the pack’s folder, as entries refer to it: `pictures/river.png`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
