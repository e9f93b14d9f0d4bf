import type { StateBlock, Token } from 'markdown-it';

/** What a box of another program’s Markdown is: a kind such as `warning`, and a title of its own. */
export interface BoxMeta {
  readonly kind: string;
  /** Whether an inline token with its title follows; if not, its title is its kind. */
  readonly titled: boolean;
  /** Whether it has no title at all, as in `!!! note ""`. */
  readonly bare: boolean;
  readonly id?: string;
}

/** Begins a box. @param title Markdown of one line; empty for a box without a title, undefined for that of its kind */
export function openBox(
  state: StateBlock,
  {
    kind,
    title,
    id,
    line,
  }: { kind: string; title?: string | undefined; id?: string | undefined; line: number },
): Token {
  const open = state.push('box_open', 'div', 1);
  const titled = title !== undefined && title.trim() !== '';
  open.meta = {
    kind,
    titled,
    bare: title !== undefined && !titled,
    ...(id !== undefined && { id }),
  } satisfies BoxMeta;
  open.map = [line, line + 1];
  if (titled) {
    const inline = state.push('inline', '', 0);
    inline.content = title.trim();
    inline.map = [line, line + 1];
    inline.children = [];
  }
  return open;
}
