import type { Place } from '../diagnostics/diagnostic.ts';

/** How large a picture is printed; without any of these, at its natural size, up to the width of the column. */
interface PictureSize {
  /** Its width as a share of the column, from 0 to 1. */
  readonly share?: number;
  /** Its width and its height in points, as far as the column is wide enough. */
  readonly width?: number;
  readonly height?: number;
}

/** A picture: where it is, and what it shows. */
export interface PictureContent extends PictureSize {
  /** The path of the picture, as it is shown to the author; or the picture itself, as a data URI. */
  readonly picture: string;
  /** What it shows, for people who cannot see it; empty for one that nobody described, which is no content then. */
  readonly alt: string;
  /** The target of a link, as that of text. */
  readonly link?: string;
}

/** A picture in a line of text. */
export interface InlinePicture extends PictureContent {
  readonly kind: 'picture';
  readonly at: Place;
}
