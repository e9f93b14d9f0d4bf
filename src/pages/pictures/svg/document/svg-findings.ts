import type { SvgElement } from './svg-tree.ts';

/** Where drawing says what it does not draw as it is. */
export interface SvgFindings {
  /** Something is drawn in a simpler way, or left out. @param how such as “left out” */
  simplified(element: SvgElement, what: string, how: string): void;
  /** Something can only be drawn in pixels, and so the whole drawing. */
  needsPixels(element: SvgElement, what: string): void;
  /** Something is not in this file, or not allowed: the drawing is refused. */
  unsupported(element: SvgElement, what: string, hint: string): void;
  broken(element: SvgElement, why: string): void;
  /** Letters that are missing from every font. */
  missing(element: SvgElement, letters: readonly string[]): void;
}
