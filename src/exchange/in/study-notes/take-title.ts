import type { Loss } from '../../losses/loss.ts';
import { areaOf } from './area-of.ts';
import { lineFurniture } from './line-furniture.ts';
import type { TextPiece, TextPieces } from './text-piece.ts';

const AUTHOR =
  /^(?:(?:written |edited |reviewed )?by|von|par|di|por|autor(?:in)?:|author:|auteur\s?:)\s+(\p{Lu}[^.,;:!?]{1,60})$/iu;
/** So far down a line “By …” names the author. */
const TOP = 8;

/** Takes the title of a text and the line of its author from its pieces, and lines that were there for the page. */
export function takeTitle(
  given: TextPieces['about'],
  pieces: readonly TextPiece[],
): { about: TextPieces['about']; pieces: TextPiece[]; losses: Loss[] } {
  const losses: Loss[] = [];
  const firstText = pieces.findIndex(({ kind }) => kind !== 'heading');
  const heading = pieces.findIndex(({ kind }) => kind === 'heading');
  const first = pieces[heading];
  const tops = pieces.filter((piece) => piece.kind === 'heading' && piece.level === 1);
  const isTitle =
    first?.kind === 'heading' &&
    !saysArea(first.text) &&
    (heading < firstText || firstText < 0 || heading <= 3) &&
    (tops.length === 0 ? isAlone(first, pieces) : tops[0] === first);
  const title = isTitle ? first.text : given.title;
  let author = given.author;
  const kept = pieces.filter((piece, index) => {
    if (isTitle && index === heading) return false;
    const found = index < TOP && piece.kind === 'paragraph' ? AUTHOR.exec(piece.text)?.[1] : undefined;
    if (found !== undefined && (author === undefined || author === found)) {
      author = found.trim();
      losses.push({
        what: 'the line with the author, who is named in pack.md',
        text: piece.text,
        at: piece.at,
      });
      return false;
    }
    const what = piece.kind === 'paragraph' ? lineFurniture(piece.text) : undefined;
    if (what === undefined) return true;
    losses.push({ what, text: piece.text, at: piece.at });
    return false;
  });
  const { title: _, author: __, ...more } = given;
  if (given.title !== undefined && title !== undefined && plain(given.title) !== plain(title))
    losses.push({
      what: 'the title of the window',
      text: given.title,
      at: { ...(first?.at ?? kept[0]?.at ?? { file: '', line: 1, column: 1 }), line: 1, column: 1 },
    });
  return {
    about: { ...more, ...(title !== undefined && { title }), ...(author !== undefined && { author }) },
    pieces: kept,
    losses,
  };
}

/** Whether a heading says nothing but what is below it, such as “Questions”. */
const saysArea = (text: string) =>
  text.split(/\s+/).length <= 2 && !['parts', undefined].includes(areaOf(text)) && !/[’']/.test(text);

/** Whether no other heading is as high as the first. */
const isAlone = (first: Extract<TextPiece, { kind: 'heading' }>, pieces: readonly TextPiece[]) =>
  pieces.filter((piece) => piece.kind === 'heading').every((one) => one === first || one.level > first.level);

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
