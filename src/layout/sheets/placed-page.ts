/** A page on one side of a sheet: where its top left corner goes, in points, and how it is turned and scaled. */
export interface PlacedPage {
  /** The page, counted from 0. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly turn: 0 | 180;
  readonly scale: number;
}
