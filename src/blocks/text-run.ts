import type { Place } from '../diagnostics/diagnostic.ts';

/** Text in one style. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly code?: boolean;
  /** Struck out: a line is drawn through it. */
  readonly strike?: boolean;
  readonly underline?: boolean;
  /** Marked, as with a highlighter. */
  readonly highlight?: boolean;
  /** A key of a keyboard: set in a frame. */
  readonly key?: boolean;
  /** Smaller than the text around it. */
  readonly small?: boolean;
  /** A box to tick (☐), drawn large enough for a pen whatever the size of the text. */
  readonly box?: boolean;
  /**
   * A word that a page with gaps asks for: a hidden one has a rule of its own width in its place. A shown one is set apart
   * from the words around it in the same way, so that both pages have the same lines.
   */
  readonly gap?: 'shown' | 'hidden' | undefined;
  /** Below or above the line, and smaller. */
  readonly script?: 'sub' | 'super';
  /** The target of a link: an address, or `#` and the name of a heading in this document. */
  readonly link?: string;
  /** The tag of its language, if not that of the text around it. */
  readonly lang?: string;
  /** What is read out in its place: of signs that stand for words. */
  readonly alt?: string;
  /** Where it was written, if not where its block was. */
  readonly at?: Place;
}

/** A line break that the author asked for. */
export interface LineBreak {
  readonly kind: 'break';
}

/** A rule to write on, within a line of text; its width is in points, or to the end of the line. */
export interface WritingRule {
  readonly kind: 'blank';
  readonly width: number | 'rest';
}
