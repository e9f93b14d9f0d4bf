import type { MarkdownIt, StateCore } from 'markdown-it';

/**
 * Pandoc’s captions of tables, `: Words` or `Table: Words` in a paragraph below or above: without the colon, in small
 * type.
 */
export function tableCaptions(markdown: MarkdownIt): void {
  markdown.core.ruler.before('inline', 'table_captions', takeColons);
}

const CAPTION = /^:[ \t]+(?=\S)/;
const ATTRIBUTES = /[ \t]*\{[#.:][^{}\n]*\}[ \t]*$/;

function takeColons({ tokens }: StateCore): void {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'paragraph_open') continue;
    const inline = tokens[index + 1]!;
    const isBeside = tokens[index - 1]?.type === 'table_close' || tokens[index + 3]?.type === 'table_open';
    if (!isBeside || !(CAPTION.test(inline.content) || /^Table:[ \t]+\S/.test(inline.content))) continue;
    inline.content = inline.content.replace(CAPTION, '').replace(ATTRIBUTES, '');
    token.meta = { caption: true };
  }
}
