import type { XmlElement } from './xml-tree.ts';

/** Where drawing says what it does not draw as it is. */
export interface SvgFindings {
  /** Something is drawn in a simpler way, or left out. @param how such as “left out” */
  simplified(element: XmlElement, what: string, how: string): void;
  /** Something can only be drawn in pixels, and so the whole drawing. */
  needsPixels(element: XmlElement, what: string): void;
  /** Something is not in this file, or not allowed: the drawing is refused. */
  unsupported(element: XmlElement, what: string, hint: string): void;
  broken(element: XmlElement, why: string): void;
  /** Letters that are missing from every font. */
  missing(element: XmlElement, letters: readonly string[]): void;
}
