import type { MarkdownIt, StateCore } from 'markdown-it';
import abbreviationsOf from 'markdown-it-abbr';

/** Abbreviations, `*[HTML]: Hypertext Markup Language`: the end of each knows what it stands for. */
export function abbreviations(markdown: MarkdownIt): void {
  markdown.use(abbreviationsOf);
  markdown.core.ruler.after('abbr_replace', 'abbr_meaning', tellEnds);
}

function tellEnds({ tokens, env }: StateCore): void {
  if (!env['abbreviations']) return;
  for (const { children } of tokens)
    for (const [index, token] of (children ?? []).entries()) {
      if (token.type !== 'abbr_open') continue;
      children![index + 2]!.meta = {
        short: children![index + 1]!.content,
        long: String(token.attrGet('title') ?? ''),
      };
    }
}
