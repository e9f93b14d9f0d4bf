import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { FontBook } from '../../pages/fonts/font-book.ts';
import type { Piece } from './text-context.ts';
import type { TypeLook } from './type-look.ts';

/** The share of a mark’s width that hangs outside a justified column: small marks inside it make its edge look ragged. */
export const HANG_SHARES: Readonly<Record<string, number>> = {
  '.': 0.6,
  ',': 0.6,
  '-': 0.4,
  '\u2010': 0.4,
  ';': 0.25,
  ':': 0.25,
  '–': 0.2,
  '—': 0.15,
  '“': 0.45,
  '”': 0.45,
  '‘': 0.5,
  '’': 0.5,
};

/** Gives how far a piece’s first or last character may hang outside the column, in points. */
export function hangWidth(piece: Piece | undefined, at: 0 | -1, look: TypeLook, fonts: FontBook): number {
  const mark = piece && !piece.blank && !piece.scale ? piece.text.at(at) : undefined;
  const share = mark === undefined ? undefined : ownValue(HANG_SHARES, mark);
  return share === undefined || (at === 0 && !/[“‘]/.test(mark!))
    ? 0
    : fonts.width(piece!.face, look.size, mark!) * share;
}
