import type { Origins } from '../../diagnostics/origin.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Words } from '../../words/words.ts';
import type { NamedBlock } from '../named/named-block.ts';

/** What reading Markdown needs apart from the text; one for each document. */
export interface ReadingContext {
  readonly origins: Origins;
  /** The named blocks that fences may be. */
  readonly named: readonly NamedBlock[];
  readonly report: Report;
  /** The words of the document’s language: quotation marks, and all that named blocks print themselves. */
  readonly words: Words;
  /** Whether straight quotation marks, hyphens and dots become typographic ones. */
  readonly typographer: boolean;
  /** Whether the Markdown of other programs is read as they read it: in a file that was not written for this one. */
  readonly dialects: boolean;
  /** The number of notes in the document so far. */
  readonly notes: { count: number };
  /** What has been reported, of the things that are named only once in a document. */
  readonly told: Set<string>;
  /** The ids that an author gave to the last heading, and to other things below it. */
  readonly ids: { ofHeading: string[] };
}

/** The numbers of the origin marks that are open. A document shares one, since a text may span several of its blocks. */
export interface OpenMarks {
  open: number[];
}
