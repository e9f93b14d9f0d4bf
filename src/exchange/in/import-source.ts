/** A file to import. */
export interface ImportSource {
  /** As it is shown to its author. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /**
   * Its text, whatever encoding it was saved in, without a byte order mark, with `\n` at the ends of lines and what was
   * garbled mended; empty if it is not text.
   */
  readonly text: string;
  /** The names of the files in it, if it is an archive. It is known to unpack to no more than is allowed. */
  readonly files: readonly string[];
}
