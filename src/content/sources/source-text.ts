/** A file of the text that quotations are checked against. */
export interface SourceFile {
  /** As it is shown to whoever named it. */
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
  /** How deep an entry of a table of contents stands, from 1. */
  readonly depth?: number;
}

/** A chapter of a source: its paragraphs as they were written, with their line ends. */
export interface SourceChapter {
  /** The pack’s id for it; a number or a slug of its title where the pack has none. Undefined for front matter. */
  readonly id?: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Whether it is front or back matter, so that what stands in it surely stands in no chapter. */
  readonly isMatter?: true;
}

/** The text that quotations are checked against. It is never copied into a pack. */
export interface SourceText {
  /** The name of its file or folder. */
  readonly name: string;
  readonly chapters: readonly SourceChapter[];
  /** Whether its chapters are known to be the pack’s. If not they have no ids, and the place of no words can be checked. */
  readonly isMatched: boolean;
}

/** What a pack says of its chapters, for finding them in a source. */
export interface PackChapters {
  readonly chapters: readonly { readonly id: string; readonly title: string }[];
  /** What a chapter is called: chapter, stanza, scene. */
  readonly unit: string;
}
