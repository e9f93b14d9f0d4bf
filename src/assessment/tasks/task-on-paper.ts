/** A task as it was read back from a finished paper. */
export interface TaskOnPaper {
  /** All its paragraphs in order, except those of its entries. */
  readonly texts: readonly string[];
  /** The list entries that are labelled with a capital or a number: options, and the sides of a matching. */
  readonly entries: readonly { readonly label: string; readonly text: string }[];
  /** Rows of its tables, without their heads. */
  readonly rows: readonly (readonly string[])[];
}

/** The text of the entry with a label; a text that no entry has if there is none. */
export const entryLabelled = ({ entries }: TaskOnPaper, label: string): string =>
  entries.find((entry) => entry.label === label)?.text ?? `no ${label}`;
