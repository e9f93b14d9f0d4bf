import type { Loss } from '../../losses/loss.ts';

/** A piece of a text, in Markdown. A paragraph is on one line, without escapes for the start of a line. */
export interface TextBlock {
  readonly kind: 'paragraph' | 'picture' | 'other';
  readonly markdown: string;
}

/** What a text of a source is read with. */
export interface RichTextTools {
  /** Lists what can't be printed. */
  lose(what: string, text: string): Loss;
  /**
   * Brings in a picture.
   * @param source what the text calls it: a path, an address or data
   * @returns its path in the pack, and words for it if the text has none; undefined after it has been listed as lost
   */
  picture(source: string): { readonly path: string; readonly words: string } | undefined;
}
