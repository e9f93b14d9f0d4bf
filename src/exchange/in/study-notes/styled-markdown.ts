import { plainAsMarkdown } from '../rich-text/plain-as-markdown.ts';

/** Words in one style. */
export interface Styled {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** A line break that the author asked for, in place of words. */
  readonly isBreak?: boolean;
  /** Markdown to write as it is: a picture, a note. */
  readonly isWritten?: boolean;
}

/**
 * Writes words in several styles as Markdown in one paragraph. Emphasis that Markdown has no way to write, such as a bold
 * bracket inside a word, is left out.
 */
export function styledMarkdown(parts: readonly Styled[]): string {
  // In pieces: looking at the end of one long text would go through all of it, for each part.
  const written: string[] = [];
  const joined = joinAlike(parts);
  for (const [index, part] of joined.entries()) {
    const last = written.at(-1)?.at(-1);
    const isStart = last === undefined || last === '\n';
    if (part.isBreak) {
      if (!isStart) {
        trimPieces(written);
        written.push(BREAK);
      }
    } else if (part.isWritten) add(written, part.text);
    else {
      const text = isStart || /\s/.test(last) ? part.text.trimStart() : part.text;
      const lead = /^\s*/.exec(text)![0];
      const words = text.trim();
      if (words === '') add(written, lead === '' ? '' : ' ');
      else {
        const tail = text.trimEnd() === text ? '' : ' ';
        const mark = marksFor(part, words, lead.at(-1) ?? last, tail || joined[index + 1]?.text[0]);
        const isFirst = isStart && mark === '';
        add(written, `${lead === '' ? '' : ' '}${mark}${plainAsMarkdown(words, isFirst)}${mark}${tail}`);
      }
    }
  }
  if (written.at(-1) === BREAK) written.pop();
  trimPieces(written);
  return written.join('');
}

const BREAK = '\\\n';

function add(pieces: string[], piece: string): void {
  if (piece !== '') pieces.push(piece);
}

/** Takes white space from the end of what the pieces are together. */
function trimPieces(pieces: string[]): void {
  for (let last = pieces.pop(); last !== undefined; last = pieces.pop()) {
    const trimmed = last.trimEnd();
    if (trimmed === '') continue;
    pieces.push(trimmed);
    return;
  }
}

/** Joins neighbours of one style, with a single space where they had white space. */
function joinAlike(parts: readonly Styled[]): Styled[] {
  const joined: { readonly part: Styled; readonly texts: string[] }[] = [];
  for (const part of parts) {
    const { part: last, texts = [] } = joined.at(-1) ?? {};
    const isWords = !part.isBreak && !part.isWritten;
    const isLike =
      last && !last.isBreak && !last.isWritten && last.bold === part.bold && last.italic === part.italic;
    if (isWords && isLike) texts.push(part.text);
    else joined.push({ part, texts: [part.text] });
  }
  return joined.map(({ part, texts }) => {
    const text = texts.join('');
    return {
      ...part,
      text: part.isBreak || part.isWritten ? text : text.replace(/[^\S\u00A0]+/gu, ' '),
    };
  });
}

/** The marks for a style, if Markdown takes them for emphasis where they are. */
function marksFor(
  { bold, italic }: Styled,
  words: string,
  before: string | undefined,
  after: string | undefined,
): string {
  const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}*_]/u.test(sign);
  const isPunctuation = (sign: string | undefined) => sign !== undefined && /[\p{P}\p{S}]/u.test(sign);
  const isLost =
    (isLetter(before) && isPunctuation(words[0])) || (isLetter(after) && isPunctuation(words.at(-1)));
  if (isLost || before === '*' || !/[\p{L}\p{N}]/u.test(words)) return '';
  return `${bold ? '**' : ''}${italic ? '*' : ''}`;
}

/** The words alone, on one line. */
export const styledText = (parts: readonly Styled[]): string =>
  parts
    .map((part) => (part.isBreak ? ' ' : part.isWritten ? '' : part.text))
    .join('')
    .replace(/[^\S\u00A0]+/gu, ' ')
    .trim();
