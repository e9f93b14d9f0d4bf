import type { MarkdownIt, StateBlock } from 'markdown-it';
import { sourceLine } from '../source-line.ts';

/** Quotations of several paragraphs between two lines `>>>`, as GitLab has them; `>>> [!note] Title` opens an alert. */
export function quoteFences(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'quote_fence', quoteFence, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

const OPENING = /^>>>[ \t]*(\[![^\]\n]+\].*)?$/;
const CLOSING = /^>>>[ \t]*$/;
const CODE = /^(`{3,}|~{3,})/;

function quoteFence(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const opening = OPENING.exec(sourceLine(state, startLine));
  if (!opening || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const end = closingLine(state, startLine, endLine);
  if (end === undefined) return false;
  if (silent) return true;
  const { parentType, lineMax } = state;
  const alert = opening[1];
  const start = { begins: state.bMarks[startLine]!, shift: state.tShift[startLine]! };
  if (alert !== undefined) {
    state.bMarks[startLine] = start.begins + start.shift + opening[0].length - alert.length;
    state.tShift[startLine] = 0;
  }
  state.parentType = 'blockquote';
  state.lineMax = end;
  const open = state.push('blockquote_open', 'blockquote', 1);
  open.markup = '>>>';
  open.map = [startLine, end + 1];
  state.md.block.tokenize(state, alert === undefined ? startLine + 1 : startLine, end);
  state.push('blockquote_close', 'blockquote', -1).markup = '>>>';
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.bMarks[startLine] = start.begins;
  state.tShift[startLine] = start.shift;
  state.line = end + 1;
  return true;
}

/** The line that ends a quotation, outside of code; undefined if none does. */
function closingLine(state: StateBlock, startLine: number, endLine: number): number | undefined {
  let code = '';
  for (let line = startLine + 1; line < endLine; line++) {
    const text = sourceLine(state, line);
    if (text !== '' && state.sCount[line]! < state.blkIndent) return undefined;
    const fence = CODE.exec(text)?.[1];
    if (code !== '')
      code = fence !== undefined && text.trim() === fence && fence.startsWith(code) ? '' : code;
    else if (fence !== undefined) code = fence;
    else if (CLOSING.test(text)) return line;
  }
  return undefined;
}
