import type { MarkdownIt, StateBlock } from 'markdown-it';
import { pushTable } from './table-tokens.ts';

/**
 * Pandoc’s simple tables: a line of dashes under the head marks the columns. Without a head, a line of dashes opens and
 * another closes the table. A multiline table begins and ends with one long line of dashes, and has blank lines between rows.
 */
export function simpleTables(markdown: MarkdownIt): void {
  markdown.block.ruler.before('code', 'simple_table', simpleTable);
}

const COLUMNS = /^ *-{2,}(?: +-{2,})+ *$/;
const WHOLE = /^ *-{8,} *$/;

interface Rows {
  readonly head: readonly string[];
  readonly columns: string;
  readonly rows: readonly { readonly lines: readonly string[]; readonly line: number }[];
  readonly end: number;
}

function simpleTable(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lineAt = (line: number) =>
    line < endLine ? state.src.slice(state.bMarks[line]!, state.eMarks[line]!).slice(state.blkIndent) : '';
  // Nearly every line that is not part of such a table is told by the one below it.
  const first = lineAt(startLine);
  const second = lineAt(startLine + 1);
  const found = COLUMNS.test(second)
    ? withHead(lineAt, startLine)
    : COLUMNS.test(first)
      ? withoutHead(lineAt, startLine)
      : WHOLE.test(first)
        ? multiline(lineAt, startLine, endLine)
        : undefined;
  if (!found || silent) return found !== undefined;
  const starts = [...found.columns.matchAll(/-+/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const cut = (text: string): string[] | undefined => {
    const isCut = starts.slice(1).some(({ from }) => /\S\S/.test(text.slice(from - 1, from + 1)));
    return isCut
      ? undefined
      : starts.map(({ from }, at) => text.slice(at === 0 ? 0 : from, starts[at + 1]?.from).trim());
  };
  const join = (lines: readonly string[]): string[] | undefined => {
    const cells = lines.map(cut);
    return cells.some((one) => !one)
      ? undefined
      : starts.map((_, at) =>
          cells
            .map((one) => one![at]!)
            .join('\n')
            .trim(),
        );
  };
  const rows = found.rows.map(({ lines, line }) => ({ cells: join(lines), line }));
  const head = found.head.length > 0 ? join(found.head) : [];
  if (!head || rows.some(({ cells }) => !cells)) return false;
  const model = found.head.at(-1) ?? found.rows[0]?.lines[0] ?? '';
  const aligns = starts.map(({ from, to }) => alignOf(model, from, to));
  const table = {
    aligns,
    head,
    headLine: startLine,
    rows: rows.map(({ cells, line }) => ({ cells: cells!, line })),
  };
  pushTable(state, table, startLine, found.end);
  state.line = found.end;
  return true;
}

type LineAt = (line: number) => string;

function withHead(lineAt: LineAt, startLine: number): Rows | undefined {
  const head = lineAt(startLine);
  if (head.trim() === '' || COLUMNS.test(head) || lineAt(startLine + 2).trim() === '') return undefined;
  const { rows, end } = rowsFrom(lineAt, startLine + 2);
  return { head: [head], columns: lineAt(startLine + 1), rows, end };
}

function withoutHead(lineAt: LineAt, startLine: number): Rows | undefined {
  const { rows, end } = rowsFrom(lineAt, startLine + 1);
  if (rows.length === 0 || !COLUMNS.test(lineAt(end - 1))) return undefined;
  return { head: [], columns: lineAt(startLine), rows, end };
}

/** Rows of a line each, up to a blank line or a line of dashes, which belongs to them. */
function rowsFrom(lineAt: LineAt, from: number): Pick<Rows, 'rows' | 'end'> {
  const rows: { lines: string[]; line: number }[] = [];
  let line = from;
  for (; lineAt(line).trim() !== ''; line++) {
    if (COLUMNS.test(lineAt(line)) || WHOLE.test(lineAt(line))) return { rows, end: line + 1 };
    rows.push({ lines: [lineAt(line)], line });
  }
  return { rows, end: line };
}

function multiline(lineAt: LineAt, startLine: number, endLine: number): Rows | undefined {
  const head: string[] = [];
  let line = startLine + 1;
  for (; line < endLine && lineAt(line).trim() !== '' && !COLUMNS.test(lineAt(line)); line++)
    head.push(lineAt(line));
  const columns = lineAt(line);
  if (!COLUMNS.test(columns) || head.length === 0) return undefined;
  const rows: { lines: string[]; line: number }[] = [];
  let open: string[] = [];
  for (line++; line < endLine; line++) {
    const text = lineAt(line);
    const isEnd = WHOLE.test(text);
    if (!isEnd && text.trim() !== '') open.push(text);
    else if (open.length > 0) {
      rows.push({ lines: open, line: line - open.length });
      open = [];
    }
    if (isEnd) return rows.length > 0 ? { head, columns, rows, end: line + 1 } : undefined;
  }
  return undefined;
}

/** How a column is aligned: by where its head stands over its dashes. */
function alignOf(model: string, from: number, to: number): 'left' | 'right' | 'center' {
  const isLeft = /\S/.test(model[from] ?? ' ');
  const isRight = /\S/.test(model[to - 1] ?? ' ');
  if (isLeft === isRight) return isLeft || model.slice(from, to).trim() === '' ? 'left' : 'center';
  return isRight ? 'right' : 'left';
}
