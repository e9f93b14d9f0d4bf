/** A problem at a place of a text. Lines and columns count from 1. */
export interface EditorMark {
  readonly isError: boolean;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}
