import type { Block } from '../blocks/block.ts';
import type { PaperSize } from '../pages/paper-size.ts';
import type { Picture } from '../pages/picture.ts';
import type { PictureFile } from '../pages/pictures/read-pictures.ts';
import type { Words } from '../words/words.ts';

/** One file of a product to export, as blocks. They are what its pages would be laid out from. */
export interface ProductOut {
  /** The name of the product: `worksheet`. */
  readonly product: string;
  /** Its title as a document. */
  readonly title: string;
  readonly author: string | undefined;
  /** The tag of its language. */
  readonly lang: string;
  /** The words of its language. */
  readonly words: Words;
  /** The date of the pack, as 2026-09-01. */
  readonly date: string;
  /** Names the file for good, wherever it is made: `never-let-me-go/worksheet/choices-core`. */
  readonly id: string;
  /** The file that it is made from, for losses that no block is to blame for. */
  readonly path: string;
  readonly blocks: readonly Block[];
  readonly paper: PaperSize;
  /** The tokens of its style that other programs know too. */
  readonly style: StyleOut;
  /** Texts at the head and foot of pages: {page} and {pages} are left for the other program, everything else is filled in. */
  readonly furniture: Readonly<Record<'head-left' | 'head-right' | 'foot-left' | 'foot-right', string>>;
  /** Whether the first page has no head and foot. */
  readonly cover: boolean;
  /** How its pages would be put on sheets, for products that are; other programs print page by page. */
  readonly imposition: string | undefined;
  /** Whether type is made smaller until the text fits, which no other program does. */
  readonly isFitted: boolean;
  /** The pictures that blocks name, read and checked. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** The same as files, with those that blocks do not name. A picture that no file holds is only in `pictures`. */
  readonly pictureFiles: readonly PictureFile[];
  readonly logo: PictureFile | undefined;
}

/** Sizes and leadings in points, margins in millimetres; colours as `#1f5c6b`, or a grey from 0 (black) to 1. */
export type StyleOut = Readonly<
  Record<
    `${'cover' | 'title' | 'heading' | 'subheading' | 'lead' | 'body' | 'small' | 'label' | 'display'}-${'size' | 'leading'}`,
    number
  >
> &
  Readonly<Record<`margin-${'inner' | 'outer' | 'top' | 'bottom'}`, number>> &
  Readonly<Record<`${'title' | 'heading' | 'body' | 'label'}-font`, string>> &
  Readonly<Record<`${'title' | 'heading' | 'subheading' | 'label'}-weight`, string>> & {
    readonly italics: boolean;
    readonly capitals: boolean;
    readonly accent: string;
    readonly tint: string;
    readonly rule: string;
  };
