import type { MarkdownIt } from 'markdown-it';

const MARK_BEFORE = /(?:\uE000\d+\uE001|\uE002)+$/;
const MARK_AFTER = /^(?:\uE000\d+\uE001|\uE002)+/;
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
      const before = this.src.slice(0, start);
      const after = this.src.slice(start + found.length);
      if (!MARK_BEFORE.test(before) && !MARK_AFTER.test(after)) return found;
      const previous = before.replace(MARK_BEFORE, '').at(-1) ?? ' ';
      const next = after.replace(MARK_AFTER, '').at(0) ?? ' ';
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

/** Whether emphasis may begin between two characters (“left-flanking”); seen from behind, whether it may end there. */
const mayBegin = (outside: string, inside: string): boolean =>
  !/\s/.test(inside) && (!PUNCTUATION.test(inside) || /\s/.test(outside) || PUNCTUATION.test(outside));
