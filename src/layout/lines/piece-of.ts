import type { ShapedWord } from '../../pages/fonts/shaped-word.ts';
import type { Piece, Span } from './text-context.ts';

/**
 * Makes a piece of a span. All have the same fields in the same order, whether they are used or not: V8 reads fields fastest
 * if it has seen objects of one form only, and a line has dozens of pieces.
 */
export const pieceOf = (
  { face, run, blank, blankWidth, typedBlank, scale, raise, picture, note }: Span,
  text: string,
  width: number,
  shaped?: ShapedWord,
): Piece => ({ face, text, run, blank, blankWidth, typedBlank, scale, raise, picture, note, width, shaped });
