import { surroundingMarks } from '../../../content/checks/surrounding-marks.ts';
import type { TextPiece } from './text-piece.ts';

/** The words of a quotation without their marks, and what is said about them on the same line. */
export interface FoundQuotation {
  readonly markdown: string;
  readonly text: string;
  /** Who says it, and where, as the source puts it. */
  readonly credit?: string;
}

/** Fewer words in quotation marks may be a title, or a word that is talked about. */
const FEWEST_WORDS = 4;
const CREDIT = /^\s*(?:[—–―~-]+\s*(.+)|\((.+)\)\.?|\[(.+)\])\s*$/u;
const CLOSING = '”’"\'»“«';

/** Finds a quotation in a piece: what the source sets as one, or a paragraph that is nothing else. */
export function findQuotation(
  piece: Pick<TextPiece, 'kind' | 'text' | 'markdown'>,
): FoundQuotation | undefined {
  if (piece.kind === 'quote') return inBlock(piece);
  if (piece.kind !== 'paragraph' && piece.kind !== 'heading') return undefined;
  return inMarks(piece.text.replace(/^(?:[-–•]|\(?\d{1,3}[.)])\s+/, ''));
}

function inMarks(text: string): FoundQuotation | undefined {
  for (let end = text.length; end > 0; end--) {
    if (!CLOSING.includes(text[end - 1]!)) continue;
    const [words, rest] = [text.slice(0, end), text.slice(end)];
    const credit = CREDIT.exec(rest);
    if (rest.trim() !== '' && !credit && !/^[.,;]$/.test(rest.trim())) continue;
    if (!surroundingMarks(words)) continue;
    const inner = words.trim().slice(1, -1).trim();
    if (inner.split(/\s+/).length < FEWEST_WORDS) return undefined;
    const said = credit?.[1] ?? credit?.[2] ?? credit?.[3];
    return { text: inner, markdown: '', ...(said !== undefined && { credit: said.trim() }) };
  }
  return undefined;
}

/** A block of its own needs no marks. Its last line may say whose words they are. */
function inBlock({ text, markdown }: Pick<TextPiece, 'text' | 'markdown'>): FoundQuotation {
  const parts = text.split('\n\n');
  const last = parts.at(-1)!;
  const credit = parts.length > 1 ? CREDIT.exec(last) : undefined;
  if (credit) {
    const kept = markdown
      .split('\n\n')
      .slice(0, parts.length - 1)
      .join('\n\n');
    const inner = parts.slice(0, -1).join('\n\n');
    return { ...unmarked(inner, kept), credit: (credit[1] ?? credit[2] ?? credit[3])!.trim() };
  }
  if (parts.length > 1) return unmarked(text, markdown);
  const marked = inMarks(text);
  if (marked) return marked;
  const tail = /^(.{12,}?[.!?…”"’])\s+[—–―]\s*([^.!?]{3,80})\.?$/su.exec(text);
  return tail ? { ...unmarked(tail[1]!, ''), credit: tail[2]!.trim() } : unmarked(text, markdown);
}

/** Takes marks away that are around the whole. @param markdown empty if only the plain words are left */
function unmarked(text: string, markdown: string): FoundQuotation {
  if (!surroundingMarks(text)) return { text, markdown };
  const inner = text.trim().slice(1, -1).trim();
  const written = markdown.trim();
  const isOutside = written !== '' && surroundingMarks(written) !== undefined;
  return { text: inner, markdown: isOutside ? written.slice(1, -1).trim() : '' };
}
