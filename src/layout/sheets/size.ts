/** The size of a page, a sheet or a cell, in points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Gives the size of something that has more fields. */
export const sizeOf = ({ width, height }: Size): Size => ({ width, height });

/** Turns a size to landscape. */
export const landscape = ({ width, height }: Size): Size => ({
  width: Math.max(width, height),
  height: Math.min(width, height),
});

/** Turns a size to portrait. */
export const portrait = (sheet: Size): Size => ({
  width: landscape(sheet).height,
  height: landscape(sheet).width,
});
