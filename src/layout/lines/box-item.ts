import type { FontBook } from '../../pages/fonts/font-book.ts';
import { LETTER_SHRINK, LETTER_STRETCH } from './flexibility.ts';
import { hangWidth } from './hang-width.ts';
import { pieceOf } from './piece-of.ts';
import type { ItemOptions, Piece, Span, TextContext, TextItem } from './text-context.ts';

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
  let letters = 0;
  let glyphs = 0;
  const pieces = spans.flatMap((span): Piece[] => {
    if (span.blank) return [pieceOf(span, span.text, span.blankWidth!)];
    // Invisible characters have had their effect on line breaks by now.
    const text = fonts.visible(span.face, span.text);
    if (text === '') return [];
    const size = look.size * (span.scale ?? 1);
    if (span.typedBlank) return [pieceOf(span, text, ruleWidth({ ...span, text }, size, fonts))];
    letters += text.length;
    const shaped = fonts.shape(span.face, text);
    glyphs += shaped.glyphCount;
    const [only, ...others] = shaped.parts;
    const isWord = only && !only.space && others.length === 0;
    return [pieceOf(span, text, (shaped.width * size) / 1000, isWord ? only : undefined)];
  });
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
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

/** How much of its width each underscore overlaps the one before: fonts leave up to 16 per cent free at its sides. */
const OVERLAP = 0.17;

/** Gives the width of underscores set as one rule, in points; dots are as wide as they are. */
export const ruleWidth = (
  { face, text }: Pick<Span, 'face' | 'text'>,
  size: number,
  fonts: FontBook,
): number => fonts.width(face, size, text) * (text.startsWith('_') ? 1 - OVERLAP : 1);
