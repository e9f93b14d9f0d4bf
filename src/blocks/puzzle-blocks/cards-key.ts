import type { Inline, Table } from '../block.ts';
import type { ExpandTools } from '../named/named-block.ts';

/** The key of a set of cards: a row for each, with its number or letter, its word and a meaning. */
export function cardsKey(
  rows: readonly (readonly (readonly Inline[])[])[],
  titles: readonly string[],
  { at, plain }: ExpandTools,
): Table {
  const cell = (text: readonly Inline[]) => [{ kind: 'paragraph' as const, at, look: 'body' as const, text }];
  return {
    kind: 'table',
    at,
    columns: titles.map(() => ({ align: 'left' })),
    header: titles.map((title) => cell(plain(title))),
    rows: rows.map((row) => row.map(cell)),
  };
}
