import type { StateBlock } from 'markdown-it';

/**
 * Adds a paragraph whose lines stay as they are, and goes on after it.
 * @param start the first line of the source that it takes, and `end` the one after the last
 * @param meta what the reader of the paragraph has to know of it
 */
export function pushKeptLines(
  state: StateBlock,
  { lines, start, end }: { readonly lines: readonly string[]; readonly start: number; readonly end: number },
  meta: Record<string, unknown>,
): void {
  const open = state.push('paragraph_open', 'p', 1);
  open.map = [start, end];
  open.meta = meta;
  const inline = state.push('inline', '', 0);
  inline.content = lines.join('\n');
  inline.map = [start, end];
  inline.children = [];
  inline.meta = { keepsLines: true };
  state.push('paragraph_close', 'p', -1);
  state.line = end;
}
