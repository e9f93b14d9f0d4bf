import type { StateBlock } from 'markdown-it';

type Align = 'left' | 'right' | 'center';

/** A table as text: its cells, row by row, and the line of each row. */
export interface TableText {
  readonly aligns: readonly Align[];
  /** Empty for a table without a head. */
  readonly head: readonly string[];
  readonly headLine: number;
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
  /** Whether cells may hold lists and several paragraphs. */
  readonly holdsBlocks?: boolean;
}

/** Adds a table to the tokens, as markdown-it does for those of GitHub. */
export function pushTable(state: StateBlock, table: TableText, from: number, to: number): void {
  state.push('table_open', 'table', 1).map = [from, to];
  const head = table.head.length > 0 ? table.head : table.aligns.map(() => '');
  pushRow(state, 'th', head, table.headLine, table);
  for (const { cells, line } of table.rows) pushRow(state, 'td', cells, line, table);
  state.push('table_close', 'table', -1);
}

function pushRow(
  state: StateBlock,
  tag: 'th' | 'td',
  cells: readonly string[],
  line: number,
  table: TableText,
): void {
  state.push('tr_open', 'tr', 1);
  for (const [index, align] of table.aligns.entries()) {
    const open = state.push(`${tag}_open`, tag, 1);
    if (align !== 'left') open.attrs = [['style', `text-align:${align}`]];
    const text = cells[index] ?? '';
    if (table.holdsBlocks && /\n[ \t]*\n|(?:^|\n)(?:[-*+]|\d{1,9}[.)])[ \t]/.test(text))
      pushBlocks(state, text, line);
    else {
      const inline = state.push('inline', '', 0);
      inline.content = text.trim();
      inline.map = [line, line + 1];
      inline.children = [];
    }
    state.push(`${tag}_close`, tag, -1);
  }
  state.push('tr_close', 'tr', -1);
}

/** Parses the blocks in a cell, whose lines are counted from that of its row. */
function pushBlocks(state: StateBlock, text: string, line: number): void {
  const from = state.tokens.length;
  state.md.block.parse(text, state.md, state.env, state.tokens);
  for (const token of state.tokens.slice(from)) {
    token.level += state.level;
    if (token.map) token.map = [token.map[0] + line, token.map[1] + line];
  }
}
