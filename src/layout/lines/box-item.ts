import type { FontBook } from '../../pages/fonts/font-book.ts';
import { LETTER_SHRINK, LETTER_STRETCH } from './flexibility.ts';
import { hangWidth } from './hang-width.ts';
import { pieceOf } from './piece-of.ts';
import type { ItemOptions, Piece, Span, TextContext, TextItem } from './text-context.ts';
import type { TypeLook } from './type-look.ts';

/** A box with the pieces of text that are drawn in it. */
export interface BoxWithPieces {
  readonly kind: 'box';
  readonly width: number;
  readonly pieces: readonly Piece[];
}

/** Gives the box of some spans that are not broken: a word or part of one. */
export function boxItem(
  spans: readonly Span[],
  { look }: ItemOptions,
  { fonts }: TextContext,
): TextItem & BoxWithPieces {
  let width = 0;
  let letters = 0;
  let glyphs = 0;
  const pieces: Piece[] = [];
  for (const span of spans) {
    const piece = pieceIn(span, look, fonts);
    if (!piece) continue;
    pieces.push(piece);
    width += piece.width;
    if (piece.blank || piece.typedBlank) continue;
    letters += piece.text.length;
    glyphs += piece.shaped?.glyphs.length ?? fonts.shape(piece.face, piece.text).glyphCount;
  }
  return {
    kind: 'box',
    width,
    pieces,
    stretch: letters * LETTER_STRETCH * look.size,
    // Letters next to a space do not move closer to it.
    shrink: Math.max(0, glyphs - 1) * LETTER_SHRINK * look.size,
    hangLeft: hangWidth(pieces[0], 0, look, fonts),
    hangRight: hangWidth(pieces.at(-1), -1, look, fonts),
    whole: undefined,
  };
}

/** Gives the piece of a span; undefined if nothing of it is printed. */
function pieceIn(span: Span, look: TypeLook, fonts: FontBook): Piece | undefined {
  if (span.blank) return pieceOf(span, span.text, span.blankWidth!);
  // Invisible characters have had their effect on line breaks by now.
  const text = fonts.visible(span.face, span.text);
  if (text === '') return undefined;
  const size = look.size * (span.scale ?? 1);
  if (span.typedBlank) return pieceOf(span, text, ruleWidth({ ...span, text }, size, fonts));
  const { parts, width } = fonts.shape(span.face, text);
  const isWord = parts.length === 1 && !parts[0]!.space;
  return pieceOf(span, text, (width * size) / 1000, isWord ? parts[0] : undefined);
}

/** How much of its width each underscore overlaps the one before: fonts leave up to 16 per cent free at its sides. */
const OVERLAP = 0.17;

/** Gives the width of underscores set as one rule, in points; dots are as wide as they are. */
export const ruleWidth = (
  { face, text }: Pick<Span, 'face' | 'text'>,
  size: number,
  fonts: FontBook,
): number => fonts.width(face, size, text) * (text.startsWith('_') ? 1 - OVERLAP : 1);
