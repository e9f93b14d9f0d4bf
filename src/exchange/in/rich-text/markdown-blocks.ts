import { keepBrackets } from './holds-html.ts';
import type { RichTextTools, TextBlock } from './text-block.ts';

const FENCE = /^ {0,3}(```+|~~~+)/;
/** What begins a block that is not a paragraph. */
const OTHER = /^ {0,3}(?:[-+*]\s|\d{1,9}[.)]\s|>|\||(?:[-*_]\s*){3,}$)| {4}/;

/** Reads Markdown of another program. What packs read in another way is written so that it means the same. */
export function markdownBlocks(text: string, tools: RichTextTools): TextBlock[] {
  const blocks: TextBlock[] = [];
  let lines: string[] = [];
  let fence: string | undefined;
  const end = () => {
    if (lines.length > 0) blocks.push(blockOf(lines, tools));
    lines = [];
  };
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (fence === undefined && mark !== undefined) {
      end();
      fence = mark;
      lines.push(line);
    } else if (fence !== undefined) {
      lines.push(line);
      if (mark?.startsWith(fence)) {
        fence = undefined;
        end();
      }
    } else if (line.trim() === '') end();
    else lines.push(line);
  }
  // A fence that is left open would swallow what comes after it.
  if (fence !== undefined) lines.push(fence);
  end();
  return blocks;
}

function blockOf(lines: readonly string[], tools: RichTextTools): TextBlock {
  const [first = ''] = lines;
  if (FENCE.test(first)) {
    const isHeading = lines.some((line) => line.startsWith('##'));
    // Named blocks are fences with tildes and a name: code of other programs has none.
    const kept = lines.map((line) => `${isHeading ? ' ' : ''}${line}`);
    return {
      kind: 'other',
      markdown: kept.join('\n').replace(/^( *)~~~+.*$|~~~+$/gm, (found) => found.replace(/~/g, '`')),
    };
  }
  const heading = /^ {0,3}#{1,6}\s+(.*?)\s*#*$/.exec(first);
  if (heading && lines.length === 1)
    return { kind: 'paragraph', markdown: `<b>${inline(heading[1]!, tools)}</b>` };
  const safe = lines.map((line) => inline(line.replace(/^(\s*)#/, '$1\\#'), tools));
  if (
    OTHER.test(first) ||
    lines.slice(1).some((line) => /^ {0,3}(?:[-+*]\s|\d{1,9}[.)]\s|[|:=-][\s|:=-]*$)/.test(line))
  )
    return { kind: 'other', markdown: safe.join('\n') };
  const line = safe
    .map((one, index) =>
      index < safe.length - 1 && / {2}$|\\$/.test(one) ? `${one.replace(/\s+$|\\$/, '')}<br>` : one.trim(),
    )
    .join(' ')
    .replaceAll('<br> ', '<br>');
  return { kind: /^!\[[^\]]*\]\([^)]*\)$/.test(line) ? 'picture' : 'paragraph', markdown: line };
}

const inline = (line: string, tools: RichTextTools): string =>
  line
    .split(/(`+[^`]+`+)/)
    .map((part) => (part.startsWith('`') ? part : keepBrackets(part.replaceAll('<!--', '&lt;!--'))))
    .join('')
    .replace(/\((quotation|sources?):/g, '($1\\:')
    .replace(/!\[([^\]]*)\]\(\s*<?([^)>\s]+)>?[^)]*\)/g, (_, alt: string, source: string) => {
      const found = tools.picture(source);
      if (found) return `![${alt || found.words}](${found.path})`;
      if (alt !== '') tools.lose('the description of that picture', alt);
      return '';
    });
