import type { Place } from '../../diagnostics/diagnostic.ts';
import type { LineShape } from '../lines/break-lines.ts';
import type { TypeLook } from '../lines/type-look.ts';
import type { DraftNode } from './structure-draft.ts';

export interface TextOptions {
  readonly look: TypeLook;
  readonly at: Place;
  /** The width of the column. */
  readonly width: number;
  /** The node that holds the text; undefined sets it as an artifact. */
  readonly node: DraftNode | undefined;
  readonly align?: 'left' | 'right' | 'centre';
  /** Ragged if left out. Only justified text is hyphenated. */
  readonly shape?: LineShape;
  /** Whether a line that is too long for the column goes on set in, and the author's own lines begin at its edge. */
  readonly turnovers?: boolean;
  /** Lets an opening quotation mark hang to the left of the column. */
  readonly hang?: boolean;
}
