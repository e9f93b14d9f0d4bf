import { append } from '../../../diagnostics/collections/append.ts';
import type { FontBook } from '../../../pages/fonts/font-book.ts';
import { type ShapedText, shapedText, withSpace } from '../../../pages/fonts/shaped-text.ts';
import type { ShapedWord } from '../../../pages/fonts/shaped-word.ts';
import type { Piece } from '../../lines/text-context.ts';

/** Text of a line in one face. */
interface ShapedRun {
  /** As it is drawn: with a space or hyphen that is added at the end of the line. */
  readonly text: string;
  /** What it measures, without a space that is added. */
  readonly shaped: ShapedText;
}

/**
 * Shapes pieces that are drawn as one. Nearly all are words and spaces that are shaped already, and are only put together:
 * the font book keeps the result for the painter.
 */
export function shapeRun(
  face: string,
  pieces: readonly Piece[],
  ending: '' | ' ' | '\u00AD',
  fonts: FontBook,
): ShapedRun {
  let text = '';
  for (let at = 0; at < pieces.length; at++) text += pieces[at]!.text;
  const parts = partsOf(face, pieces, fonts);
  if (ending === '\u00AD') text += ending;
  if (!parts) return { text: ending === ' ' ? `${text} ` : text, shaped: fonts.shape(face, text) };
  if (ending === '\u00AD') append(parts, fonts.shape(face, ending).parts);
  const shaped = shapedText(parts);
  if (ending !== ' ') {
    fonts.keepText(face, text, shaped);
    return { text, shaped };
  }
  text += ' ';
  const space = fonts.space(face, lastOf(pieces.at(-1)), '');
  fonts.keepText(face, text, withSpace(shaped, space));
  return { text, shaped };
}

/** Gives the words and spaces of some pieces in glyphs; undefined if one is neither. */
function partsOf(face: string, pieces: readonly Piece[], fonts: FontBook): ShapedWord[] | undefined {
  const parts: ShapedWord[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const { text, shaped } = pieces[at]!;
    if (text === ' ') parts.push(fonts.space(face, lastOf(pieces[at - 1]), firstOf(pieces[at + 1])));
    else if (!shaped) return undefined;
    else if (firstOf(pieces[at + 1]) === '') parts.push(shaped);
    else {
      // Letters are kerned across the parts of a word.
      let word = text;
      for (; firstOf(pieces[at + 1]) !== ''; at++) {
        const next = pieces[at + 1]!;
        if (!next.shaped) return undefined;
        word += next.text;
      }
      append(parts, fonts.shape(face, word).parts);
    }
  }
  return parts;
}

/** The first character of a piece; '' for a space, or no piece. */
const firstOf = (piece: Piece | undefined): string => (piece && piece.text !== ' ' ? piece.text[0]! : '');

const lastOf = (piece: Piece | undefined): string =>
  piece && piece.text !== ' ' ? piece.text[piece.text.length - 1]! : '';
