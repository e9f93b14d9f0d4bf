/** A page that can be asked for as a picture. */
export interface PageRef {
  /** Tells what is on the page: two pages that look alike have the same. */
  readonly key: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

/** A problem in the text that is being edited. Lines and columns count from 1. */
export interface ProblemMark {
  readonly isError: boolean;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** A text that somebody else changed meanwhile. */
export interface Conflict {
  readonly name: string;
  readonly mine: string;
  /** Undefined if the file is gone. */
  readonly theirs?: string | undefined;
}

/** What the server answers when something was typed. */
export interface LiveAnswer {
  readonly pages: readonly PageRef[];
  /** Whether the pages are from before, since something is wrong now. */
  readonly isStale: boolean;
  /** What is said of the pages. */
  readonly status: string;
  /** The list of problems, as HTML. */
  readonly problems: string;
  readonly marks: readonly ProblemMark[];
  readonly unsaved: number;
  /** What is said of the texts that are not saved. */
  readonly saveStatus: string;
  readonly revision: number;
}

/** Where something on a page was written. */
export interface PlaceAnswer {
  readonly text: string;
  readonly line: number;
}

/** Where a line of a text is printed: pages, counted from 0, and boxes in points from their top left corners. */
export type PartsAnswer = readonly {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}[];

/** What the server answers when it does nothing. */
export interface RefusedAnswer {
  readonly problem?: string;
  readonly conflicts?: readonly Conflict[];
}

/** What the page of a file brings for the script in the browser. */
export interface ProductData {
  readonly text: {
    readonly name: string;
    readonly title: string;
    readonly text: string;
    readonly revision: number;
    readonly line?: number;
  };
  readonly marks: readonly ProblemMark[];
  /** The addresses to send what is typed to, to save it, and to undo that. */
  readonly live: string;
  readonly save: string;
  readonly undo: string;
  /** To add an entry. */
  readonly add: string;
  /** To ask where something on a page was written, where a line is printed, and for the text of a page. */
  readonly place: string;
  readonly parts: string;
  readonly pageText: string;
  /** This page, with another text. */
  readonly here: string;
  /** The width of the pictures of pages, in pixels. */
  readonly width: number;
}
