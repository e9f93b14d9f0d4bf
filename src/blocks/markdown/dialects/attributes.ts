import type { MarkdownIt, StateBlock, StateCore, StateInline } from 'markdown-it';
import { type AttributeList, attributeList, attributesAtEnd } from './attribute-list.ts';
import { pushContents } from './contents-list.ts';

/**
 * Takes attribute lists off headings, spans and blocks: Pandoc’s `{#id .class}` and kramdown’s `{: #id .class}`. Ids are
 * kept, so that links find them. Those of pictures are left to pictures.
 */
export function attributes(markdown: MarkdownIt): void {
  markdown.block.ruler.before('table', 'attribute_line', attributeLine, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  markdown.core.ruler.before('inline', 'heading_attributes', headingAttributes);
  markdown.inline.ruler.before('link', 'bracketed_span', bracketedSpan);
  markdown.inline.ruler.push('attributes', attributesInText);
}

const isNameOnly = ({ values, words }: AttributeList) => values.size === 0 && words.length === 0;

/** A line that is only a list: it belongs to the block above or below. */
function attributeLine(state: StateBlock, startLine: number, _end: number, silent: boolean): boolean {
  const from = state.bMarks[startLine]! + state.tShift[startLine]!;
  if (state.src[from] !== '{') return false;
  const line = state.src.slice(from, state.eMarks[startLine]!).trimEnd();
  const list = attributeList(line, 0);
  if (!list || list.length !== line.length || !(list.colon || isNameOnly(list))) return false;
  if (silent) return true;
  state.line = startLine + 1;
  if (list.words.includes('toc')) {
    takeListAbove(state);
    pushContents(state, startLine);
  } else if (list.id !== undefined) pushId(state, list.id, startLine);
  return true;
}

/** kramdown puts its contents in the place of a list of one item, whose words are not printed. */
function takeListAbove({ tokens, level }: StateBlock): void {
  const close = tokens.at(-1);
  if (close?.type !== 'bullet_list_close' && close?.type !== 'ordered_list_close') return;
  const open = close.type.replace('close', 'open');
  const from = tokens.findLastIndex((token) => token.type === open && token.level === level);
  tokens.splice(from);
}

function pushId(state: StateBlock, id: string, line: number): void {
  const token = state.push('block_id', '', 0);
  token.meta = { id };
  token.map = [line, line + 1];
}

function headingAttributes({ tokens }: StateCore): void {
  for (const [index, token] of tokens.entries()) {
    // kramdown’s, directly below HTML.
    if (token.type === 'html_block') token.content = token.content.replace(/\n[ \t]*\{:[^{}\n]*\}\s*$/, '\n');
    if (token.type !== 'heading_open') continue;
    const inline = tokens[index + 1]!;
    const found = attributesAtEnd(inline.content);
    if (!found) continue;
    inline.content = inline.content.slice(0, found.from).replace(/[ \t]+#*[ \t]*$/, '');
    if (found.list.id !== undefined) token.meta = { id: found.list.id };
  }
}

/** `[words]{.class}`: the words, underlined or marked if the class says so. */
function bracketedSpan(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[' || silent) return false;
  const start = state.pos;
  const end = state.md.helpers.parseLinkLabel(state, start, false);
  const list = end < 0 ? undefined : attributeList(state.src, end + 1);
  if (!list || state.src[start + 1] === '^') return false;
  const style = styleOf(list.classes);
  const max = state.posMax;
  if (list.id !== undefined) state.push('inline_id', '', 0).meta = { id: list.id };
  if (style) state.push(`${style}_open`, style, 1);
  state.pos = start + 1;
  state.posMax = end;
  state.md.inline.tokenize(state);
  if (style) state.push(`${style}_close`, style, -1);
  state.pos = end + 1 + list.length;
  state.posMax = max;
  return true;
}

const styleOf = (classes: readonly string[]): 'mark' | 'underline' | undefined =>
  classes.includes('mark')
    ? 'mark'
    : classes.some((one) => one === 'underline' || one === 'ul')
      ? 'underline'
      : undefined;

/** A list after code, a link or emphasis, or at the end of a block; classes alone may be anywhere. */
function attributesInText(state: StateInline, silent: boolean): boolean {
  const { src, pos, tokens } = state;
  if (src[pos] !== '{') return false;
  const list = attributeList(src, pos);
  if (!list) return false;
  const last = state.pending === '' ? tokens.at(-1) : undefined;
  // Those of pictures, in links too, are their sizes.
  if (last?.type === 'image' || (last?.type === 'link_close' && tokens.at(-2)?.type === 'image'))
    return false;
  const follows = last !== undefined && (last.type !== 'text' || /[*_=~^]$/.test(last.content));
  const ends =
    src.slice(pos + list.length).trim() === '' && /\s/.test(src[pos - 1] ?? '') && isNameOnly(list);
  // Lessons for Scratch say what colour a word has: `wait` {.blockcontrol}.
  const isClasses = isNameOnly(list) && list.id === undefined;
  if (!list.colon && !follows && !ends && !isClasses) return false;
  if (!silent) {
    if (ends || isClasses) state.pending = state.pending.trimEnd();
    if (list.id !== undefined) state.push('inline_id', '', 0).meta = { id: list.id };
  }
  state.pos += list.length;
  return true;
}
