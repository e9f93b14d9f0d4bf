import type { MarkdownIt, StateBlock } from 'markdown-it';
import { pushTable } from './table-tokens.ts';

/** Grid tables of Pandoc and reStructuredText. One whose cells span others is printed as it is typed, like code. */
export function gridTables(markdown: MarkdownIt): void {
  markdown.block.ruler.before('table', 'grid_table', gridTable);
}

const BORDER = /^\+(?:[-=:]+\+)+ *$/;

function gridTable(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const from = state.bMarks[startLine]! + state.tShift[startLine]!;
  if (state.src[from] !== '+') return false;
  const lineAt = (line: number) =>
    state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]!).trimEnd();
  if (!BORDER.test(lineAt(startLine))) return false;
  let end = startLine + 1;
  while (end < endLine && /^[|+]/.test(lineAt(end)) && state.sCount[end]! >= state.blkIndent) end++;
  const lines = Array.from({ length: end - startLine }, (_, index) => lineAt(startLine + index));
  if (lines.length < 3 || !BORDER.test(lines.at(-1)!)) return false;
  if (silent) return true;
  const parted = partRows(lines);
  if (parted)
    pushTable(
      state,
      {
        ...parted,
        rows: parted.rows.map((row) => ({ ...row, line: row.line + startLine })),
        headLine: startLine + 1,
        holdsBlocks: true,
      },
      startLine,
      end,
    );
  else {
    const code = state.push('code_block', 'code', 0);
    code.content = `${lines.join('\n')}\n`;
    code.map = [startLine, end];
  }
  state.line = end;
  return true;
}

/** Divides the lines of a table into rows and cells; undefined if a cell spans others. */
function partRows(lines: readonly string[]) {
  const ends = [...lines[0]!.matchAll(/\+/g)].map(({ index }) => index);
  const rows: { cells: string[]; line: number }[] = [];
  let head: string[] = [];
  let aligned = lines[0]!;
  let open: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    const isBorder = BORDER.test(line);
    if (!ends.every((at) => line[at] === (isBorder ? '+' : '|'))) return undefined;
    if (!isBorder) {
      open.push(line);
      continue;
    }
    const cells = ends
      .slice(0, -1)
      .map((at, cell) => unindented(open.map((one) => one.slice(at + 1, ends[cell + 1]).trimEnd())));
    if (line.includes('=') && rows.length === 0 && head.length === 0) {
      head = cells;
      aligned = line;
    } else rows.push({ cells, line: index - open.length });
    open = [];
  }
  const aligns = ends.slice(0, -1).map((at, cell) => alignOf(aligned.slice(at + 1, ends[cell + 1])));
  return { aligns, head, rows };
}

/** Text without the spaces that all of its lines begin with. */
function unindented(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const least = indents.reduce((one, other) => Math.min(one, other), 99);
  return lines
    .map((line) => line.slice(least))
    .join('\n')
    .trim();
}

function alignOf(border: string): 'left' | 'right' | 'center' {
  if (!border.endsWith(':')) return 'left';
  return border.startsWith(':') ? 'center' : 'right';
}
