import type { MarkdownIt } from 'markdown-it';

const PAGE_BREAK = /^(?:\\(?:newpage|pagebreak|clearpage)(?:\{\})?|\{\{< *pagebreak *>\}\})[ \t]*$/;

/** A new page where a line says `\newpage`, `\pagebreak` or `\clearpage`, or Quarto’s `{{< pagebreak >}}`. */
export function pageBreaks(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'table',
    'page_break',
    (state, startLine, _end, silent) => {
      const from = state.bMarks[startLine]! + state.tShift[startLine]!;
      const first = state.src[from];
      if (first !== '\\' && first !== '{') return false;
      if (!PAGE_BREAK.test(state.src.slice(from, state.eMarks[startLine]!))) return false;
      if (silent) return true;
      state.push('page_break', '', 0).map = [startLine, startLine + 1];
      state.line = startLine + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}
