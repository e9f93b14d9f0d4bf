import type { MarkdownIt, StateInline } from 'markdown-it';

const COMMAND =
  /\{%-?[ \t]*\w[^{}\n]*%\}|\{\{[<%][^{}\n]*[>%]\}\}|\{\{[ \t]*[\w.]+(?:[ \t]*\|[^{}\n]*)?[ \t]*\}\}/y;

/** Commands of website generators, `{% include … %}`, `{{ page.title }}`, `{{< video … >}}`: nothing in them is Markdown. */
export function siteCommands(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('bracketed_span', 'site_command', siteCommand);
}

function siteCommand(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '{') return false;
  COMMAND.lastIndex = state.pos;
  const [command] = COMMAND.exec(state.src) ?? [];
  if (command === undefined) return false;
  if (!silent) state.push('site_command', '', 0).content = command;
  state.pos += command.length;
  return true;
}
