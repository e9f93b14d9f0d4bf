/** The edge about which a sheet is turned between its two sides. */
export type Edge = 'long-edge' | 'short-edge';

/**
 * Whether a sheet is turned about an upright axis, as a page of a book is: at the long edge of an upright sheet, at the
 * short edge of a lying one. Left and right then change places; else above and below do.
 */
export const turnsLikeABook = (sheet: { width: number; height: number }, edge: Edge): boolean =>
  sheet.height >= sheet.width === (edge === 'long-edge');

/** How far the back of a sheet is printed beside its front, in points, as seen from the front: to the right and down. */
export interface Offset {
  readonly right: number;
  readonly down: number;
}

/** By how much a back has to be moved on its own side, to the right and down, so that it lies on its front. */
export function shiftOfBack(
  sheet: { width: number; height: number },
  edge: Edge,
  { right, down }: Offset,
): { x: number; y: number } {
  return turnsLikeABook(sheet, edge) ? { x: right, y: -down } : { x: -right, y: down };
}
