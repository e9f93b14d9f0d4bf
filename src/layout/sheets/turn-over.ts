/** The edge that a sheet is turned about between its two sides. */
export type Edge = 'long-edge' | 'short-edge';

/**
 * Whether a sheet is turned about a vertical axis, like a page of a book: about the long edge of a portrait sheet, or the
 * short edge of a landscape one. Left and right then change places; otherwise top and bottom do.
 */
export const turnsLikeABook = (sheet: { width: number; height: number }, edge: Edge): boolean =>
  sheet.height >= sheet.width === (edge === 'long-edge');

/** How far off the back of a sheet is printed, in points to the right and down, as seen from the front. */
export interface Offset {
  readonly right: number;
  readonly down: number;
}

/** Gives how far a back has to move on its own side, in points to the right and down, to be exactly behind its front. */
export function shiftOfBack(
  sheet: { width: number; height: number },
  edge: Edge,
  { right, down }: Offset,
): { x: number; y: number } {
  return turnsLikeABook(sheet, edge) ? { x: right, y: -down } : { x: -right, y: down };
}
