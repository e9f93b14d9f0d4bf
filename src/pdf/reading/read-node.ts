/** Content of a page that a node of the structure holds: marked content, or an annotation of the page's list. */
export type ReadContentItem =
  | { readonly page: number; readonly mcid: number }
  | { readonly page: number; readonly annotation: number };

/** A node of a file's structure tree. */
export interface ReadNode {
  /** Counted from 0 in the order of reading. */
  readonly id: number;
  /** Its role among the standard ones (ISO 32000-1, 14.8.4), or as it is written if it is none of them. */
  readonly role: string;
  /** What the file calls it, where that is not its role. */
  readonly tag?: string;
  readonly title?: string;
  readonly alt?: string;
  /** What is to be read in place of its content. */
  readonly actualText?: string;
  readonly lang?: string;
  readonly noteId?: string;
  /** Attributes of the file: names, texts, numbers and lists of them, by key. */
  readonly attributes: Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>;
  readonly children: readonly (ReadNode | ReadContentItem)[];
}

export const isNode = (child: ReadNode | ReadContentItem): child is ReadNode => 'role' in child;
