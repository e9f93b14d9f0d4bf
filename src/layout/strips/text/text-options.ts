import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { LineShape } from '../../lines/break-lines.ts';
import type { TypeLook } from '../../lines/type-look.ts';
import type { DraftNode } from '../structure-draft.ts';

/** How inline text is set. Measurements are in points. */
export interface TextOptions {
  readonly look: TypeLook;
  readonly at: Place;
  /** The width of the column. */
  readonly width: number;
  /** The structure node of the text; undefined for an artifact. */
  readonly node: DraftNode | undefined;
  readonly align?: 'left' | 'right' | 'centre';
  /** Ragged if left out. Only justified text is hyphenated. */
  readonly shape?: LineShape;
  /** Whether the rest of a line that is too long for the column is indented, as in verse. */
  readonly turnovers?: boolean;
  /** Lines of verse, counted from 0, that have no number of their own. */
  readonly uncounted?: readonly number[];
  /** Whether an opening quotation mark hangs to the left of the column. */
  readonly hang?: boolean;
}
