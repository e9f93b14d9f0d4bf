import { isQuestion } from './area-of.ts';
import type { TextPiece } from './text-piece.ts';

/** Headings are short, and do not end like a sentence. */
const LONGEST = 100;

/**
 * Takes short lines that are bold as a whole for headings, as documents have them whose authors know no styles: one level
 * below the last real heading, or numbered as they are (1, 1.1). A question after one that has a real heading is beside it.
 */
export function inferHeadings(pieces: readonly TextPiece[]): TextPiece[] {
  let level = 1;
  let asks = false;
  return pieces.map((piece, index) => {
    if (piece.kind === 'heading') {
      level = piece.level;
      asks = isQuestion(piece.text);
      return piece;
    }
    const next = pieces[index + 1];
    if (!looksLikeHeading(piece) || next === undefined) return piece;
    const markdown = piece.markdown.replace(/\*\*/g, '').replace(/:$/, '');
    return {
      kind: 'heading',
      level: asks && isQuestion(piece.text) ? level : Math.min(6, level + depthOf(piece.text)),
      text: piece.text.replace(/:$/, ''),
      markdown,
      at: piece.at,
    };
  });
}

function looksLikeHeading(piece: TextPiece): boolean {
  if (piece.kind !== 'paragraph' || !piece.isBold || piece.text.length > LONGEST) return false;
  if (piece.markdown.includes('\\\n') || /^[“"«„]/.test(piece.text)) return false;
  return isQuestion(piece.text) || !/[.,;!]$/.test(piece.text);
}

/** How deep a typed number says that a heading is: 1 is one deep, 1.2 is two. */
const depthOf = (text: string): number => /^\d+(?:\.\d+)*/.exec(text)?.[0].split('.').length ?? 1;
