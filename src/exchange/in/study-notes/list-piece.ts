import type { ListItem, TextPiece } from './text-piece.ts';

/** Makes a list from the pieces of its items. */
export function listPiece(items: readonly (readonly TextPiece[])[], marks: readonly string[]): TextPiece {
  const made = items.map((pieces, index) => ({ pieces, mark: marks[index]! }));
  return {
    kind: 'list',
    items: items.map((pieces): ListItem => {
      const [first] = pieces;
      return { text: first!.text, markdown: first!.markdown, isLong: pieces.length > 1, at: first!.at };
    }),
    text: items.map((pieces) => pieces.map(({ text }) => text).join(' ')).join('\n'),
    markdown: made.map(({ pieces, mark }) => itemMarkdown(pieces, mark)).join('\n'),
    at: items[0]![0]!.at,
  };
}

function itemMarkdown(pieces: readonly TextPiece[], mark: string): string {
  const text = pieces
    .map(({ markdown, kind }, index) => `${index === 0 ? '' : kind === 'list' ? '\n' : '\n\n'}${markdown}`)
    .join('');
  const indent = ' '.repeat(mark.length + 1);
  return `${mark} ${text.replace(/\n(?=[^\n])/g, `\n${indent}`)}`;
}
