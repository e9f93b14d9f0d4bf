import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import names from 'markdown-it-emoji/lib/data/full.mjs';

const NAME = /(?<![\p{L}\p{N}:]):([a-z0-9_+-]+):(?![\p{L}\p{N}:])/gu;

/** Emoji by their names, as GitHub has them: `:smile:`. Other words between colons stay as they are. */
export function emojiNames(markdown: MarkdownIt): void {
  markdown.core.ruler.after('linkify', 'emoji', replaceNames);
}

function replaceNames({ tokens, src }: StateCore): void {
  if (!src.includes(':')) return;
  for (const token of tokens) {
    if (token.type !== 'inline' || !token.content.includes(':')) continue;
    let isAddress = false;
    for (const child of token.children ?? []) {
      if (child.type === 'link_open') isAddress = child.info === 'auto';
      else if (child.type === 'link_close') isAddress = false;
      else if (child.type === 'text' && !isAddress) replaceIn(child);
    }
  }
}

function replaceIn(token: Token): void {
  if (!token.content.includes(':')) return;
  token.content = token.content.replace(NAME, (whole, name: string) =>
    Object.hasOwn(names, name) ? names[name]! : whole,
  );
}
