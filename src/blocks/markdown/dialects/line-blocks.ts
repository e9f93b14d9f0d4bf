import type { MarkdownIt, StateBlock } from 'markdown-it';
import { pushKeptLines } from './push-kept-lines.ts';
import { sourceLine } from './source-line.ts';

/** Pandoc’s line blocks: lines that begin with `| ` keep their ends and their indents, as in a poem or an address. */
export function lineBlocks(markdown: MarkdownIt): void {
  markdown.block.ruler.before('lheading', 'line_block', lineBlock, {
    alt: ['paragraph', 'blockquote', 'list'],
  });
}

const LINE = /^\|(?:[ \t]+([^|]*))?$/;

function lineBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.src[state.bMarks[startLine]! + state.tShift[startLine]!] !== '|') return false;
  const lines: string[] = [];
  let line = startLine;
  for (; line < endLine; line++) {
    const text = sourceLine(state, line).trimEnd();
    // A line that is indented goes on with the one above.
    if (line > startLine && text !== '' && text[0] !== '|' && state.tShift[line]! > 0) {
      lines[lines.length - 1] += ` ${text}`;
      continue;
    }
    if (text[0] !== '|') break;
    // Other bars are those of a table without the line below its head.
    if (!LINE.test(text)) return false;
    lines.push(indented(text.slice(2)));
  }
  if (silent) return true;
  pushKeptLines(state, { lines, start: startLine, end: line }, { verse: true });
  return true;
}

/** Spaces at the beginning of a line become spaces that are kept. */
const indented = (text: string): string => text.replace(/^ +/, (spaces) => '\u00A0'.repeat(spaces.length));
