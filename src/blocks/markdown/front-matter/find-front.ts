import { isMyst } from '../dialects/other-comments.ts';

/** Where the front matter of a file is, and how it is written; lines count from 0. */
export interface DocumentFront {
  readonly kind: 'yaml' | 'toml' | 'title-block';
  /** The first line of its fields, and the line after the last of them. */
  readonly from: number;
  readonly to: number;
  /** The last line of it all. */
  readonly end: number;
  /** Whether a line closes it, as it should. */
  readonly closed: boolean;
}

/** A field as YAML and as TOML write it. */
const FIELD = {
  yaml: /^["']?[\p{L}_][\p{L}\p{N}_. -]*["']?\s*:(?:\s|$)/u,
  toml: /^["']?[\w.-]+["']?\s*=|^\[/,
};
/** What may follow a field: the rest of its value, a list, or a comment. */
const CONTINUES = /^(?:\s|- |-$|#|[\]}])/;

/**
 * Finds the front matter of a Markdown file: that of Jekyll and most others (`---`, ended by `---` or `...`), of Hugo
 * (`+++`), and Pandoc’s title block (`% Title`). A `---` that no field follows is a rule.
 * @param start the first line that is not empty only because of a comment
 */
export function findFront(lines: readonly string[], start: number): DocumentFront | undefined {
  const opening = lines[start]?.trimEnd() ?? '';
  // In a file of MyST it is a comment.
  if (/^% ?\S/.test(opening) && start === 0 && !isMyst(lines.join('\n'))) return titleBlock(lines);
  const kind = opening === '---' ? 'yaml' : opening === '+++' ? 'toml' : undefined;
  if (!kind) return undefined;
  const from = start + 1;
  const isField = (line: string) => FIELD[kind].test(line);
  const closes = (line: string) =>
    kind === 'yaml' ? /^(?:---|\.\.\.)\s*$/.test(line) : /^\+\+\+\s*$/.test(line);
  const first = lines.findIndex((line, index) => index >= from && line.trim() !== '' && !/^\s*#/.test(line));
  const isEmpty = first === from && closes(lines[first]!);
  if (!isEmpty && (first < 0 || !isField(lines[first]!))) return undefined;
  const end = lines.findIndex((line, index) => index >= from && closes(line));
  if (end >= 0) return { kind, from, to: end, end, closed: true };
  // It ends where its fields do, so that the text is printed.
  const stop = lines.findIndex((line, index) => index >= first && !isField(line) && !CONTINUES.test(line));
  const to = stop < 0 ? lines.length : stop;
  return { kind, from, to, end: to - 1, closed: false };
}

/** Up to three fields that begin with a percent sign; lines that are indented continue one. */
function titleBlock(lines: readonly string[]): DocumentFront {
  let to = 0;
  for (let fields = 0; to < lines.length; to++) {
    if (/^%/.test(lines[to]!)) fields++;
    else if (!/^\s+\S/.test(lines[to]!)) break;
    if (fields > 3) break;
  }
  return { kind: 'title-block', from: 0, to, end: to - 1, closed: true };
}
