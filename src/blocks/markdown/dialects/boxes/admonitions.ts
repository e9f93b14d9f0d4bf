import type { MarkdownIt, StateBlock } from 'markdown-it';
import { sourceLine } from '../source-line.ts';
import { openBox } from './box-tokens.ts';

/**
 * Boxes of MkDocs: `!!! note "Title"`, `??? tip` (which opens on a screen, and is open on paper) and tabs, `===
 * "Title"`, with what they hold indented by four spaces.
 */
export function admonitions(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'admonition', admonition, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

const OPENING =
  /^(?:(?:!!!|\?\?\?\+?)[ \t]+([\p{L}][\p{L}\p{N}_-]*)(?:[ \t]+[\w-]+)*|={3}[!+]?)(?:[ \t]+"(.*)")?[ \t]*$/u;
const INDENT = 4;

function admonition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = state.src[state.bMarks[startLine]! + state.tShift[startLine]!];
  if (first !== '!' && first !== '?' && first !== '=') return false;
  const found = OPENING.exec(sourceLine(state, startLine));
  if (!found) return false;
  const [, kind = '', title] = found;
  const indent = state.sCount[startLine]! + INDENT;
  const end = contentEnd(state, startLine, endLine, indent);
  // Without a title or anything indented below it, it is a line of text.
  if (title === undefined && (kind === '' || end === startLine + 1)) return false;
  if (silent) return true;
  const { parentType, lineMax, blkIndent } = state;
  openBox(state, { kind, title, line: startLine });
  state.parentType = 'container';
  state.lineMax = end;
  state.blkIndent = indent;
  state.md.block.tokenize(state, startLine + 1, end);
  state.push('box_close', 'div', -1);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.blkIndent = blkIndent;
  state.line = end;
  return true;
}

/** The line after the last that is indented enough to be in the box. */
function contentEnd(state: StateBlock, startLine: number, endLine: number, indent: number): number {
  let end = startLine + 1;
  for (let line = startLine + 1; line < endLine; line++) {
    if (state.isEmpty(line)) continue;
    if (state.sCount[line]! < indent) break;
    end = line + 1;
  }
  return end;
}
