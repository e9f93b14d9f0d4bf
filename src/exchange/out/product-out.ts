import type { Block } from '../../blocks/block.ts';
import type { Language } from '../../layout/language/language.ts';
import type { PageOptions } from '../../layout/paging/page-setup.ts';
import type { Style } from '../../layout/style/style.ts';
import type { ShapingFontBook } from '../../pages/fonts/font-book.ts';
import type { PaperSize } from '../../pages/paper-size.ts';
import type { Picture } from '../../pages/picture.ts';
import type { Words } from '../../words/words.ts';

/** One file of a product to export: its blocks, and how they look in print. */
export interface ProductOut {
  /** Its title as a document. */
  readonly title: string;
  readonly author?: string | undefined;
  /** The tag of its language. */
  readonly lang: string;
  /** The date that the file says it was made on. It is never the clock’s, so that the same pack gives the same bytes. */
  readonly date: Date;
  /** Names the file for good, wherever it is made: `never-let-me-go/worksheet/choices-core`. */
  readonly id: string;
  /** The file that it is made from, for losses that no block is to blame for. */
  readonly path: string;
  readonly blocks: readonly Block[];
  /** The words of its language. */
  readonly words: Words;
  readonly language: Language;
  readonly style: Style;
  readonly fonts: ShapingFontBook;
  readonly paper: PaperSize;
  readonly page: PageOptions;
  /** How its pages would be put on sheets, for products that are; other programs print page by page. */
  readonly imposition: string | undefined;
  /** The texts for tokens in heads and feet, the school’s logo, and a mark such as “Teacher”. */
  readonly furniture: {
    readonly values: Readonly<Record<string, string>>;
    readonly logo?: string;
    readonly mark?: string;
  };
  /** The pictures that blocks name, and the logo, read and checked. */
  readonly pictures: ReadonlyMap<string, Picture>;
}
