import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/**
 * Keeps the ends of lines that an author wrote one below the other, and that CommonMark would join: lines that begin
 * with a letter or a number (`a)`, `(2)`, `Q:`), with a box or an emoji, with a bar, with who speaks (`Anna: …`), with a property
 * of Logseq (`author:: Ada`), and lines to write on.
 */
export function keptLines(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'kept_lines', keepLines);
}

function keepLines({ tokens }: StateCore): void {
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]!;
    if (token.type !== 'inline') continue;
    const isBlank = isLineToWriteOn(token.content);
    if (!token.content.includes('\n') && !isBlank) continue;
    const children = token.children ?? [];
    const keepsAll = (token.meta as { keepsLines?: boolean } | null)?.keepsLines === true;
    if (keepsAll) for (const child of children) if (child.type === 'softbreak') child.type = 'hardbreak';
    if (!keepsAll && MAYBE.test(token.content)) keepListed(children);
    if (tokens[index - 1]?.type === 'paragraph_open') partAnswerLines(tokens, index);
  }
}

/** Whether a text can have a line that is kept: most have none. */
const MAYBE = /[:_.…)\]|–•→-]|[\p{So}\p{Extended_Pictographic}]/u;
const LABEL =
  /^\s*(?:\|.*|[([]?(?:[A-Za-z]|[ivxIVX]{1,5}|\d{1,3}[a-z]?)[)\].]|[([][ ✓]?[)\]]|[A-Z] ?[-–:=→]|[QA]\d{0,3}[.:)]|\p{L}[\p{L}\p{N} _-]{0,30}::|(?:[•◦▪●○■□☐☑→]|\p{Extended_Pictographic})\uFE0F?)(?:\s|$)/u;
const SPEAKER = /^\s*\p{Lu}[\p{L}\p{M}’'. -]{0,24}:(?:\s|$)/u;
const TO_WRITE_ON = /^[\s_]*_{3}[\s_]*$|^[\s.…]*(?:\.{5}|…{2})[\s.…]*$/;

const isLineToWriteOn = (line: string): boolean => line.split('\n').every((one) => TO_WRITE_ON.test(one));

function keepListed(children: readonly Token[]): void {
  const lines = linesOf(children);
  if (lines.length < 2) return;
  const texts = lines.map(({ text }) => text);
  const labels = texts.filter((text) => LABEL.test(text)).length;
  const speakers = texts.filter((text) => SPEAKER.test(text)).length;
  for (const [index, { end }] of lines.entries()) {
    const next = texts[index + 1];
    if (end?.type !== 'softbreak' || next === undefined) continue;
    const isListed =
      (LABEL.test(next) && (labels > 1 || /[:?]\s*$/.test(texts[index]!))) ||
      (SPEAKER.test(next) && speakers > 1 && (SPEAKER.test(texts[0]!) || /[:?.!]\s*$/.test(texts[index]!)));
    if (isListed || TO_WRITE_ON.test(next) || TO_WRITE_ON.test(texts[index]!)) end.type = 'hardbreak';
  }
}

/** The lines of a paragraph, each with the token that ends it; a break inside emphasis ends none. */
function linesOf(children: readonly Token[]): { text: string; end?: Token }[] {
  const lines: { text: string; end?: Token }[] = [];
  let text = '';
  for (const child of children) {
    if (child.level === 0 && (child.type === 'softbreak' || child.type === 'hardbreak')) {
      lines.push({ text, end: child });
      text = '';
    } else text += child.content;
  }
  return [...lines, { text }];
}

/** Parts the lines to write on at the end of a paragraph from its words, so that they stand far enough apart. */
function partAnswerLines(tokens: Token[], index: number): void {
  const [open, inline, close] = [tokens[index - 1]!, tokens[index]!, tokens[index + 1]!];
  const children = inline.children ?? [];
  const lines = linesOf(children);
  const words = lines.findLastIndex(({ text }) => !TO_WRITE_ON.test(text));
  if (words === lines.length - 1) return;
  if (words < 0) {
    open.meta = { ...(open.meta as object | null), open: true };
    return;
  }
  const at = children.indexOf(lines[words]!.end!);
  const line = (inline.map?.[0] ?? 0) + words + 1;
  const map: [number, number] = [line, inline.map?.[1] ?? line];
  const answer = copyOf(inline, {
    children: children.slice(at + 1),
    map,
    content: inline.content
      .split('\n')
      .slice(words + 1)
      .join('\n'),
  });
  inline.children = children.slice(0, at);
  tokens.splice(index + 2, 0, copyOf(open, { map, meta: { open: true } }), answer, copyOf(close, {}));
}

const copyOf = (token: Token, changes: Partial<Token>): Token =>
  Object.assign(Object.create(Object.getPrototypeOf(token)), token, changes);
