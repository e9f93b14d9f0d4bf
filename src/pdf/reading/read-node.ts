/**
 * Content of a page that belongs to a node of the structure: marked content, or an annotation by its place on the
 * page.
 */
export type ReadContentItem =
  | { readonly page: number; readonly mcid: number }
  | { readonly page: number; readonly annotation: number };

/** A node of a file's structure tree. */
export interface ReadNode {
  /** Counted from 0 in reading order. */
  readonly id: number;
  /** Its standard role (ISO 32000-1, 14.8.4), or the role as it is written if it is not a standard one. */
  readonly role: string;
  /** The file's own name for it, if that is not its role. */
  readonly tag?: string;
  readonly title?: string;
  readonly alt?: string;
  /** What is read in place of its content. */
  readonly actualText?: string;
  readonly lang?: string;
  readonly noteId?: string;
  /** Its attributes by key: names, texts, numbers and lists of them. */
  readonly attributes: Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>;
  readonly children: readonly (ReadNode | ReadContentItem)[];
}

export const isNode = (child: ReadNode | ReadContentItem): child is ReadNode => 'role' in child;
