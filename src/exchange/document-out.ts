import type { Block } from '../blocks/block.ts';
import type { Language } from '../layout/language/language.ts';
import type { PageOptions } from '../layout/paging/page-setup.ts';
import type { Style } from '../layout/style/style.ts';
import type { ShapingFontBook } from '../pages/fonts/font-book.ts';
import type { PaperSize } from '../pages/paper-size.ts';
import type { Picture } from '../pages/picture.ts';
import type { Words } from '../words/words.ts';
import type { Loss } from './imported.ts';

/**
 * A document to hand out in another format: its blocks, and how they look in print. A draft of a build has nearly all of
 * it.
 */
export interface DocumentOut {
  readonly title: string;
  readonly author?: string | undefined;
  /** The tag of its language. */
  readonly lang: string;
  /** The date that the file says it was made on. It is never the clock’s, so that the same pack gives the same bytes. */
  readonly date: Date;
  readonly blocks: readonly Block[];
  readonly words: Words;
  readonly style: Style;
  readonly paper: PaperSize;
  readonly page: PageOptions;
  /** The texts for tokens in heads and feet, the school’s logo, and a mark such as “Teacher”. */
  readonly furniture: {
    readonly values: Readonly<Record<string, string>>;
    readonly logo?: string;
    readonly mark?: string;
  };
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly language: Language;
  readonly fonts: ShapingFontBook;
}

/** A file in another format, and everything of its document that the format could not hold. */
export interface WrittenDocument {
  readonly bytes: Uint8Array;
  readonly losses: readonly Loss[];
}
