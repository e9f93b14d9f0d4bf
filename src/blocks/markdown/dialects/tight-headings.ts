import type { MarkdownIt, StateBlock } from 'markdown-it';
import { sourceLine } from './source-line.ts';

/**
 * Headings without a space after their marks, `##Step 1`, as Markdown had them before CommonMark. With a single mark,
 * it may be a tag or a number: `#light`, `#5`.
 */
export function tightHeadings(markdown: MarkdownIt): void {
  markdown.block.ruler.before('heading', 'tight_heading', tightHeading, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
}

const HEADING = /^(#{2,6})([\p{L}\p{N}*_`"“‘(¿¡].*?)[ \t]*#*[ \t]*$/u;

function tightHeading(state: StateBlock, startLine: number, _end: number, silent: boolean): boolean {
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
  if (state.src[state.bMarks[startLine]! + state.tShift[startLine]!] !== '#') return false;
  const [, marks, words] = HEADING.exec(sourceLine(state, startLine)) ?? [];
  if (marks === undefined || words === undefined) return false;
  if (silent) return true;
  const map: [number, number] = [startLine, startLine + 1];
  const tag = `h${marks.length}`;
  const open = state.push('heading_open', tag, 1);
  open.markup = marks;
  open.map = map;
  const inline = state.push('inline', '', 0);
  inline.content = words;
  inline.map = map;
  inline.children = [];
  state.push('heading_close', tag, -1).markup = marks;
  state.line = startLine + 1;
  return true;
}
