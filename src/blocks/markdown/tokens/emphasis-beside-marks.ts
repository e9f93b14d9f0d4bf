import type { MarkdownIt } from 'markdown-it';

const MARKS = /(?:\uE000\d+\uE001|\uE002)+/y;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/**
 * Emphasis at the edges of a pasted text: `*“Never.”* he said` begins with a star, whatever mark is before it. CommonMark
 * takes the mark for a letter, and after a letter no emphasis may begin with a quotation mark.
 */
export function emphasisBesideMarks(markdown: MarkdownIt): void {
  const { State } = markdown.inline;
  markdown.inline.State = class extends State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const found = super.scanDelims(start, canSplitWord);
      const end = start + found.length;
      const [before, after] = [beforeMarks(this.src, start), afterMarks(this.src, end)];
      if (before === start && after === end) return found;
      const previous = this.src[before - 1] ?? ' ';
      const next = this.src[after] ?? ' ';
      const opens = mayBegin(previous, next);
      const closes = mayBegin(next, previous);
      return {
        ...found,
        can_open: found.can_open || (opens && (canSplitWord || !closes)),
        can_close: found.can_close || (closes && (canSplitWord || !opens)),
      };
    }
  };
}

/** Where the marks begin that end at a place. It is asked of every star, so it looks at no more than the marks. */
function beforeMarks(text: string, end: number): number {
  let at = end;
  while (text[at - 1] === '\uE001' || text[at - 1] === '\uE002')
    at = text[at - 1] === '\uE002' ? at - 1 : text.lastIndexOf('\uE000', at);
  return at;
}

function afterMarks(text: string, from: number): number {
  MARKS.lastIndex = from;
  return from + (MARKS.exec(text)?.[0].length ?? 0);
}

/** Whether emphasis may begin between two characters (“left-flanking”); seen from behind, whether it may end there. */
const mayBegin = (outside: string, inside: string): boolean =>
  !/\s/.test(inside) && (!PUNCTUATION.test(inside) || /\s/.test(outside) || PUNCTUATION.test(outside));
