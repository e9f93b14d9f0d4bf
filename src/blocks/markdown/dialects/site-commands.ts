import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { sourceLine } from './source-line.ts';

const COMMAND =
  /\{%-?[ \t]*\w[^{}\n]*%\}|\{\{[<%][^{}\n]*[>%]\}\}|\{\{[ \t]*[\w.]+(?:[ \t]*\|[^{}\n]*)?[ \t]*\}\}/y;

/** A comment of MDX. */
const COMMENT = /\{\/\*[\s\S]*?\*\/\}/y;

/** What MDX imports and exports, at the beginning of a block: programs, and not text. */
const MODULE =
  /^(?:import[ \t]+(?:[\w{*][^'"]*[ \t]from[ \t]+)?['"][^'"]+['"];?|export[ \t]+(?:(?:const|let|function|class|async)[ \t]+\w|default[ \t]|\{[^}]*\}|\*[ \t]).*)[ \t]*$/;

/**
 * Commands of website generators, `{% include … %}`, `{{ page.title }}`, `{{< video … >}}`: nothing in them is Markdown. The
 * imports and exports of MDX are among them; its comments are left out.
 */
export function siteCommands(markdown: MarkdownIt): void {
  markdown.block.ruler.before('code', 'module', moduleBlock);
  markdown.inline.ruler.before('bracketed_span', 'site_command', siteCommand);
}

function siteCommand(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '{') return false;
  COMMENT.lastIndex = state.pos;
  const [comment] = COMMENT.exec(state.src) ?? [];
  if (comment !== undefined) {
    state.pos += comment.length;
    return true;
  }
  COMMAND.lastIndex = state.pos;
  const [command] = COMMAND.exec(state.src) ?? [];
  if (command === undefined) return false;
  if (!silent) state.push('site_command', '', 0).content = command;
  state.pos += command.length;
  return true;
}

function moduleBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (
    state.blkIndent > 0 ||
    state.sCount[startLine]! > 0 ||
    !/[ie]/.test(state.src[state.bMarks[startLine]!] ?? '')
  )
    return false;
  if (!MODULE.test(sourceLine(state, startLine))) return false;
  if (silent) return true;
  let end = startLine + 1;
  while (end < endLine && !state.isEmpty(end)) end++;
  const token = state.push('site_block', '', 0);
  token.content = state.getLines(startLine, end, 0, false);
  token.map = [startLine, end];
  state.line = end;
  return true;
}
