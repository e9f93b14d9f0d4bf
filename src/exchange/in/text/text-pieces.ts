import { plainAsMarkdown } from '../rich-text/plain-as-markdown.ts';
import { areaOf, isQuestion } from '../study-notes/area-of.ts';
import { lineFurniture } from '../study-notes/line-furniture.ts';
import { listPiece } from '../study-notes/list-piece.ts';
import type { TextPiece } from '../study-notes/text-piece.ts';

interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/** A line longer than this was not broken by hand: each is a paragraph of its own. */
const UNBROKEN = 110;
/** Headings are short. */
const LONGEST_HEADING = 90;
const BULLET = /^(?:[•·‣▪●○◦*–-]|o(?= {1,}\p{Lu}))\s+(?=\S)/u;
const NUMBER = /^\(?(?:\d{1,3}|[a-z])[.)]\s+(?=\S)/;

/** Finds paragraphs, headings and lists in text without markup. Copied lines that only a page needs are still among them. */
export function textPieces(path: string, text: string): TextPiece[] {
  const lines = text.split('\n').map((line, index) => ({ text: line.trimEnd(), number: index + 1 }));
  const groups = groupsOf(lines);
  const isUnbroken = lines.some((line) => line.text.length > UNBROKEN);
  const pieces = groups.flatMap((group, index) =>
    piecesOf(group, path, { isUnbroken, isFirst: index === 0, isLast: index === groups.length - 1 }),
  );
  return levelled(withCredits(pieces));
}

/** Whose words those above are, as a line by itself: “— Ada, chapter 3”. */
const CREDIT = /^[—–―]\s?\p{L}[^.!?]{1,80}$/u;
const LONGEST_QUOTED = 500;

/** Takes a paragraph with a credit below it for a quotation. */
function withCredits(pieces: readonly TextPiece[]): TextPiece[] {
  const made: TextPiece[] = [];
  for (const piece of pieces) {
    const above = made.at(-1);
    const isCredit = piece.kind === 'paragraph' && CREDIT.test(piece.text);
    if (isCredit && above?.kind === 'paragraph' && above.text.length <= LONGEST_QUOTED)
      made[made.length - 1] = {
        kind: 'quote',
        text: `${above.text}\n\n${piece.text}`,
        markdown: `${above.markdown}\n\n${piece.markdown}`,
        at: above.at,
      };
    else made.push(piece);
  }
  return made;
}

/** Lines without a blank one between them. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [[]];
  for (const line of lines) {
    if (line.text.trim() === '') groups.push([]);
    else groups.at(-1)!.push(line);
  }
  return groups.filter((group) => group.length > 0);
}

interface Surroundings {
  readonly isUnbroken: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function piecesOf(
  group: readonly Line[],
  path: string,
  { isUnbroken, isFirst, isLast }: Surroundings,
): TextPiece[] {
  const pieces: TextPiece[] = [];
  let open: Line[] = [];
  const place = ({ number, text }: Line) => ({
    file: path,
    line: number,
    column: text.length - text.trimStart().length + 1,
  });
  const end = () => {
    if (open.length === 0) return;
    const words = open.map(({ text }) => text.trim()).join(' ');
    pieces.push({ kind: 'paragraph', text: words, markdown: plainAsMarkdown(words), at: place(open[0]!) });
    open = [];
  };
  for (let at = 0; at < group.length; at++) {
    const line = group[at]!;
    const words = line.text.trim();
    if (/^[=_*~-]{3,}$/.test(words)) {
      // A line below a short one makes it a heading.
      if (open.length === 1 && words.length > 3 && /^[=-]+$/.test(words)) {
        const [above] = open as [Line];
        open = [];
        pieces.push(headingOf(above.text.trim(), words.startsWith('=') ? 1 : 2, place(above)));
      } else end();
      continue;
    }
    const last = listFrom(group, at);
    if (last !== undefined) {
      end();
      pieces.push(listIn(group.slice(at, last), path));
      at = last - 1;
      continue;
    }
    const isAlone = group.length === 1 && !(isLast && !isFirst);
    if (open.length === 0 && isHeading(words, isAlone, at + 1 < group.length || !isLast)) {
      pieces.push(headingOf(words.replace(/^#{1,6}\s+/, ''), isFirst && at === 0 ? 1 : 0, place(line)));
      continue;
    }
    if (lineFurniture(words) !== undefined) end();
    open.push(line);
    if (isUnbroken || lineFurniture(words) !== undefined) end();
  }
  end();
  return pieces;
}

const headingOf = (text: string, level: number, at: TextPiece['at']): TextPiece => ({
  kind: 'heading',
  level,
  text,
  markdown: plainAsMarkdown(text, false),
  at,
});

/** @param isAlone whether there are blank lines around it @param hasMore whether anything comes after it */
function isHeading(words: string, isAlone: boolean, hasMore: boolean): boolean {
  if (
    words.length > LONGEST_HEADING ||
    !hasMore ||
    !/\p{L}/u.test(words) ||
    lineFurniture(words) !== undefined
  )
    return false;
  if (/^#{1,6}\s/.test(words)) return true;
  if (/^[“"«„‘']/.test(words)) return false;
  if (isQuestion(words)) return isAlone || /^(?:\d+[.)]\s|Q)/.test(words) || words.length < 80;
  const isLoud = /\p{Lu}{3}/u.test(words) && words === words.toUpperCase();
  const isNamed = areaOf(words) !== undefined && words.split(' ').length <= 8 && /^[\p{Lu}\d]/u.test(words);
  const isOpen = /[.,;:!…”"]$/.test(words) || /^(?:by|von|par|por|di) \p{Lu}/iu.test(words);
  return (
    !isOpen && (isLoud || isNamed || (isAlone && /^[\p{Lu}\d]/u.test(words) && words.split(' ').length <= 10))
  );
}

/** The end of a list that begins with a line; undefined if none does. One line with a number may be anything. */
function listFrom(group: readonly Line[], from: number): number | undefined {
  const mark = [BULLET, NUMBER].find((pattern) => pattern.test(group[from]!.text.trim()));
  if (!mark) return undefined;
  let to = from;
  let items = 0;
  while (to < group.length) {
    const { text } = group[to]!;
    if (mark.test(text.trim())) items++;
    else if (!/^\s{2,}\S/.test(text)) break;
    to++;
  }
  return items > 1 || mark === BULLET ? to : undefined;
}

function listIn(lines: readonly Line[], path: string): TextPiece {
  const items: { mark: string; words: string; line: number }[] = [];
  for (const { text, number } of lines) {
    const words = text.trim();
    const mark = BULLET.exec(words)?.[0] ?? NUMBER.exec(words)?.[0];
    if (mark !== undefined) items.push({ mark, words: words.slice(mark.length), line: number });
    else items.at(-1)!.words += ` ${words}`;
  }
  return listPiece(
    items.map(({ words, line }) => [
      {
        kind: 'paragraph',
        text: words,
        markdown: plainAsMarkdown(words),
        at: { file: path, line, column: 1 },
      },
    ]),
    items.map(({ mark }) => (/^\(?\d/.test(mark) ? `${Number.parseInt(mark.replace('(', ''), 10)}.` : '-')),
  );
}

/** Gives headings their levels: those that name an area or a part are higher than the others below them. */
function levelled(pieces: readonly TextPiece[]): TextPiece[] {
  let isInArea = false;
  return pieces.map((piece) => {
    if (piece.kind !== 'heading' || piece.level > 0) return piece;
    const area = areaOf(piece.text);
    if (area !== undefined && !isQuestion(piece.text)) {
      isInArea = area !== 'parts';
      return { ...piece, level: 2 };
    }
    return { ...piece, level: isInArea ? 3 : 2 };
  });
}
