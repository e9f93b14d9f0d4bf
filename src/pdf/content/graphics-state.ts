import { IDENTITY, type Matrix } from '../../pages/matrix.ts';
import type { Box } from '../../pages/page.ts';
import type { FontReader } from './fonts/read-font.ts';
import { BLACK, type ColourSpaceReader, type ReadColour } from './read-colour.ts';

/** What `q` saves and `Q` restores (ISO 32000-1, 8.4). It is replaced, never changed in place. */
export interface GraphicsState {
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly fill: ReadColour;
  readonly stroke: ReadColour;
  readonly fillSpace: ColourSpaceReader;
  readonly strokeSpace: ColourSpaceReader;
  readonly lineWidth: number;
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  readonly font: { readonly reader: FontReader; readonly index: number } | undefined;
  readonly fontSize: number;
  readonly letterSpace: number;
  readonly wordSpace: number;
  /** Horizontal scaling: 1 for letters of their own width. */
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  readonly textMode: number;
}

const GRAY: ColourSpaceReader = { space: 'gray', components: 1 };

export const initialState = (matrix: Matrix, clip: Box): GraphicsState => ({
  matrix,
  clip,
  fill: BLACK,
  stroke: BLACK,
  fillSpace: GRAY,
  strokeSpace: GRAY,
  lineWidth: 1,
  fillOpacity: 1,
  strokeOpacity: 1,
  font: undefined,
  fontSize: 0,
  letterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  textMode: 0,
});

/** Where text is being set: the matrix of the line, and that of the next glyph. */
export interface TextPlace {
  readonly line: Matrix;
  readonly next: Matrix;
}

export const NO_TEXT: TextPlace = { line: IDENTITY, next: IDENTITY };
