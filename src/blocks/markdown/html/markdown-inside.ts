import type { MarkdownIt } from 'markdown-it';

/**
 * The opening tag of an element that says its content is Markdown, alone on its line; `<aside>` is what Notion writes.
 * A summary on a line of its own is at the top of such an element.
 */
const OPENING =
  /^<(?:aside>\s*$|summary>[^<]*<\/summary>\s*$|[a-z][a-z0-9]*\b(?=[^>]*\smarkdown(?:\s*=\s*["']?(?:1|block|span|)["']?)?[\s>])[^>]*>\s*$)/i;

/**
 * Reads what is inside `<div markdown="1">` as Markdown, also without a blank line, as kramdown, PHP Markdown Extra and
 * MkDocs do: the tag is a piece of HTML by itself.
 */
export function markdownInside(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'html_block',
    'markdown_inside',
    (state, startLine, _endLine, silent) => {
      if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
      const line = state.src.slice(
        state.bMarks[startLine]! + state.tShift[startLine]!,
        state.eMarks[startLine],
      );
      if (line[0] !== '<' || !OPENING.test(line)) return false;
      if (silent) return true;
      state.line = startLine + 1;
      const token = state.push('html_block', '', 0);
      token.map = [startLine, state.line];
      token.content = `${line}\n`;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}
