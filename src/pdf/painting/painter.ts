import type { ShapingFontBook } from '../../pages/fonts/font-book.ts';
import type { Image } from '../../pages/laid.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import type { EmbeddedFonts } from './embedded-fonts.ts';
import type { ShownWordCache } from './operators.ts';
import type { PdfDocument, Reference } from './pdf-document.ts';
import type { SharedContent } from './shared-content.ts';
import type { PartWriter } from './structure-tree.ts';

/** What is needed to paint the pages of a part, and what of it is kept for the next part. */
export interface Painter {
  readonly document: PdfDocument;
  readonly fonts: ShapingFontBook;
  readonly tree: PartWriter;
  readonly embedded: EmbeddedFonts;
  readonly shown: Map<EmbeddedFont, ShownWordCache>;
  readonly images: ReadonlyMap<string, Image>;
  /** Pictures that are in the file, by their bytes: parts may call different pictures by one name. */
  readonly opened: Map<string, { label: string; obj?: Reference }>;
  /** Is added to the names of destinations. */
  readonly suffix: string;
  readonly usedDestinations: Set<string>;
  /** For a file of several parts, what they share. */
  readonly shared?: SharedContent;
}
