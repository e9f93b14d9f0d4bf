import type { MarkdownIt, StateBlock } from 'markdown-it';

const CONTENTS = /^(?:\[TOC\]|\[\[_?TOC_?\]\]|\$\{toc\}|\\tableofcontents|\{\{toc\}\})[ \t]*$/i;

/** A contents list where a line says `[TOC]`, `[[_TOC_]]` or the like. */
export function contentsList(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'table',
    'contents_list',
    (state, startLine, _end, silent) => {
      const from = state.bMarks[startLine]! + state.tShift[startLine]!;
      const line = state.src.slice(from, state.eMarks[startLine]!);
      if (line.length > 20 || !CONTENTS.test(line)) return false;
      if (silent) return true;
      pushContents(state, startLine);
      state.line = startLine + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

export function pushContents(state: StateBlock, line: number): void {
  state.push('contents', '', 0).map = [line, line + 1];
}
