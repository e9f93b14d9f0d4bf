/** A page on one side of a sheet: where its own top left corner comes to stand, and how it is turned. */
export interface PlacedPage {
  /** From 0. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly turn: 0 | 180;
  readonly scale: number;
}
