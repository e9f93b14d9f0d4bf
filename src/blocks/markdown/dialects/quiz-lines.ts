import type { MarkdownIt, StateBlock } from 'markdown-it';
import { sourceLine } from './source-line.ts';

/**
 * The choices of a quiz in LiaScript, `[[ ]] one`, `[[X]] two` or `[( )] one`, `[(X)] two`: a list of boxes to tick. Which are
 * right is not seen there before somebody has answered, and not printed.
 */
export function quizLines(markdown: MarkdownIt): void {
  markdown.block.ruler.before('list', 'quiz_lines', quiz, { alt: ['paragraph', 'reference', 'blockquote'] });
}

const CHOICE = /^(?:\[\[[ xX]\]\]|\[\([ xX]\)\])[ \t]+(?=\S)/;

function quiz(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.src[state.bMarks[startLine]! + state.tShift[startLine]!] !== '[') return false;
  let end = startLine;
  while (end < endLine && state.sCount[end]! >= state.blkIndent && CHOICE.test(sourceLine(state, end))) end++;
  if (end - startLine < 2) return false;
  if (silent) return true;
  state.push('bullet_list_open', 'ul', 1).map = [startLine, end];
  for (let line = startLine; line < end; line++) {
    const map: [number, number] = [line, line + 1];
    state.push('list_item_open', 'li', 1).map = map;
    const paragraph = state.push('paragraph_open', 'p', 1);
    paragraph.map = map;
    paragraph.hidden = true;
    const inline = state.push('inline', '', 0);
    inline.content = `[ ] ${sourceLine(state, line).replace(CHOICE, '')}`;
    inline.map = map;
    inline.children = [];
    state.push('paragraph_close', 'p', -1).hidden = true;
    state.push('list_item_close', 'li', -1);
  }
  state.push('bullet_list_close', 'ul', -1);
  if (state.getLines(startLine, end, 0, false).match(/^\s*\[[[(][xX]/m))
    state.push('quiz_answers', '', 0).map = [startLine, end];
  state.line = end;
  return true;
}
