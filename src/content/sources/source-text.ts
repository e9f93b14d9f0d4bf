/** A file of the text that quotations are checked against. */
export interface SourceFile {
  /** As shown to the user. */
  readonly path: string;
  /** Its own name, without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A paragraph or heading of a source, in order. */
export interface SourceBlock {
  readonly text: string;
  /** 1 to 6 for a heading; 0 for an entry of an EPUB’s own table of contents. */
  readonly heading?: number;
  /** The depth of an entry in a table of contents, from 1. */
  readonly depth?: number;
  /** In a play that marks them: the name of the person who says it; empty for names and stage directions. */
  readonly voice?: string;
}

/** A chapter of a source. Its paragraphs are as written, with their line ends. */
export interface SourceChapter {
  /** The pack’s id for it, or a number or a slug of its title if the pack has none. Undefined for front matter. */
  readonly id?: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** In a play that marks them, who says each paragraph. */
  readonly voices?: readonly (string | undefined)[];
  /** Whether it is front or back matter, so that its words are certainly in no chapter. */
  readonly isMatter?: true;
}

/** The text that quotations are checked against. It is never copied into a pack. */
export interface SourceText {
  /** The name of its file or folder. */
  readonly name: string;
  readonly chapters: readonly SourceChapter[];
  /** Whether its chapters are known to be the pack’s. If not, they have no ids and no places can be checked. */
  readonly isMatched: boolean;
}

/** The chapters of a pack, for finding them in a source. */
export interface PackChapters {
  readonly chapters: readonly { readonly id: string; readonly title: string }[];
  /** The word for a chapter: chapter, stanza, scene. */
  readonly unit: string;
  /** Other words that the ids of its chapters are made of: `letter` of `letter-4`. */
  readonly words?: readonly string[];
}

/** Every word that a heading of a chapter may begin with, besides chapter. */
export const headingWords = ({ unit, words = [] }: PackChapters): readonly string[] => [unit, ...words];
