import type { MarkdownIt, StateCore, Token } from 'markdown-it';

const ID_AT_END = /(?:^|[ \t\n])\^([A-Za-z0-9-]{2,})$/;

/**
 * Takes Obsidian’s names of blocks off them: ` ^a1b2c3` at the end of a paragraph or a list item, or in a paragraph below a
 * table. They look like a power, so one is taken only if a link names it, or if it can be nothing else.
 */
export function blockIds(markdown: MarkdownIt): void {
  markdown.core.ruler.after('linkify', 'block_ids', takeIds);
}

function takeIds(state: StateCore): void {
  if (!state.src.includes('^')) return;
  const { tokens, src } = state;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]!;
    if (token.type !== 'inline') continue;
    const last = token.children?.at(-1);
    const id = last?.type === 'text' ? ID_AT_END.exec(last.content)?.[1] : undefined;
    if (id === undefined || !isId(id, src)) continue;
    last!.content = last!.content.slice(0, -id.length - 1).trimEnd();
    const before = token.children!.at(-2);
    if (last!.content === '' && before?.type === 'softbreak') token.children!.splice(-2);
    token.children!.push(idToken(state, id));
    const isAlone = token.children!.every(
      ({ type, content }) => type === 'inline_id' || (type === 'text' && content === ''),
    );
    if (isAlone && tokens[index - 1]?.type === 'paragraph_open') {
      const block = idToken(state, id);
      block.type = 'block_id';
      block.map = token.map;
      tokens.splice(index - 1, 3, block);
    }
  }
}

const isId = (id: string, src: string): boolean =>
  src.includes(`#^${id}`) || (id.length >= 6 && /\d/.test(id) && /[a-z]/i.test(id));

function idToken(state: StateCore, id: string): Token {
  const token = new state.Token('inline_id', '', 0);
  token.meta = { id: `^${id}` };
  return token;
}
