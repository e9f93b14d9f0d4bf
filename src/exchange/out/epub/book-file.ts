/** A file of a book, below its folder. */
export interface BookFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** What the package says about it. */
  readonly properties?: string;
}
