import type { MarkdownIt, StateBlock, Token } from 'markdown-it';
import { asksSomething } from './asks-something.ts';
import { pushKeptLines } from './push-kept-lines.ts';
import { sourceLine } from './source-line.ts';

/** Lines of underscores below a question are lines for the answer, and not the rule that CommonMark has there. */
export function answerLines(markdown: MarkdownIt): void {
  markdown.block.ruler.before('hr', 'answer_lines', answerLine, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

const LINE = /^_(?:[ \t]*_){2,}[ \t]*$/;
/** A rule of this many underscores or more may answer an item that is not a question: “1. Name three rivers.” */
const LONG = 5;

function answerLine(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.src[state.bMarks[startLine]! + state.tShift[startLine]!] !== '_') return false;
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const first = sourceLine(state, startLine).trimEnd();
  if (!LINE.test(first)) return false;
  // CommonMark ends a paragraph here too.
  if (silent) return true;
  if (!followsQuestion(state.tokens, first)) return false;
  const lines: string[] = [];
  let line = startLine;
  for (; line < endLine; line++) {
    const text = sourceLine(state, line).trimEnd();
    if (!LINE.test(text) || state.sCount[line]! < state.blkIndent) break;
    lines.push(text);
  }
  pushKeptLines(state, { lines, start: startLine, end: line }, { open: true });
  return true;
}

function followsQuestion(tokens: readonly Token[], line: string): boolean {
  const last = tokens.at(-1);
  const text = tokens.at(-2);
  if (last?.type === 'paragraph_close' && text?.type === 'inline')
    return (
      asksSomething(text.content) ||
      LINE.test(text.content.split('\n').at(-1)!) ||
      (isInItem(tokens) && isLong(line))
    );
  if (last?.type === 'ordered_list_close' || last?.type === 'bullet_list_close') {
    const inline = tokens.findLast(({ type }) => type === 'inline');
    return asksSomething(inline?.content ?? '') || (last.type === 'ordered_list_close' && isLong(line));
  }
  return false;
}

const isLong = (line: string): boolean => line.replace(/[^_]/g, '').length >= LONG;

/** Whether the paragraph that has just ended is in an item of a list. */
const isInItem = (tokens: readonly Token[]): boolean =>
  tokens.findLast(({ type }) => type.startsWith('list_item_'))?.type === 'list_item_open';
