import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { BankReading } from '../questions/bank-reading.ts';
import { htmlBlocks } from '../rich-text/html-blocks.ts';
import type { TextBlock } from '../rich-text/text-block.ts';
import type { XmlElement } from '../xml/xml-node.ts';

/** A file of QTI with what is beside it. */
export interface QtiFile {
  /** As it is shown to its author. */
  readonly path: string;
  readonly reading: BankReading;
  /** What the test multiplies the points of its items by; undefined if it does not. */
  readonly weight?: number | undefined;
  /** The titles of the sections of the test that its items are in. */
  readonly sections: readonly string[];
  /** Gives a file of the package, by what a text calls it. */
  find(source: string): { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

/** The place of an element. */
export const placeOfElement = ({ line, column }: XmlElement, { path }: QtiFile): Place => ({
  file: path,
  line,
  column,
});

/** Reads HTML in a file of QTI. */
export const qtiBlocks = (html: string, element: XmlElement, file: QtiFile): TextBlock[] =>
  htmlBlocks(html, file.reading.shelf.tools(placeOfElement(element, file), file.reading.losses, file.find));
