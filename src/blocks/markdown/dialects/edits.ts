import type { MarkdownIt, StateInline } from 'markdown-it';

/**
 * Words that were inserted or taken out: `++words++` of HackMD and Joplin, which is underlined, and the marks of CriticMarkup,
 * `{++in++}`, `{--out--}`, `{~~out~>in~~}`, `{==marked==}` and `{>>a remark<<}`. Remarks are comments, and not printed.
 */
export function edits(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('bracketed_span', 'edit', edit);
  markdown.inline.ruler.after('emphasis', 'inserted', inserted);
}

type Tag = 'underline' | 's' | 'mark';

const EDIT = /\{(\+\+|--|==|>>|~~)((?:(?!\n[ \t]*\n).)+?)(\+\+|--|==|<<|~~)\}/sy;
const TAGS = new Map<string, Tag>([
  ['++', 'underline'],
  ['--', 's'],
  ['==', 'mark'],
]);

function edit(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '{') return false;
  EDIT.lastIndex = pos;
  const [whole, mark = '', words = '', closing] = EDIT.exec(src) ?? [];
  if (whole === undefined || closing !== (mark === '>>' ? '<<' : mark) || pos + whole.length > state.posMax)
    return false;
  const arrow = words.indexOf('~>');
  if (mark === '~~' && arrow < 0) return false;
  if (silent) {
    state.pos += whole.length;
    return true;
  }
  const from = pos + mark.length + 1;
  const to = from + words.length;
  if (mark === '~~') {
    pushPart(state, 's', from, from + arrow);
    pushPart(state, 'underline', from + arrow + 2, to);
  } else {
    const tag = TAGS.get(mark);
    if (tag) pushPart(state, tag, from, to);
  }
  state.pos = pos + whole.length;
  return true;
}

const INSERTED = /\+\+(?![\s+])((?:(?!\+\+|\n[ \t]*\n)[^;=])+?)(?<!\s)\+\+(?![\p{L}\p{N}+])/uy;
/** Two counters of a program, `++i and j++`. */
const COUNTERS = /^\p{L}(?=\P{L}).*(?<=\P{L})\p{L}$/su;

function inserted(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '+' || silent || /[\p{L}\p{N}+]/u.test(src[pos - 1] ?? '')) return false;
  INSERTED.lastIndex = pos;
  const [whole, words = ''] = INSERTED.exec(src) ?? [];
  if (whole === undefined || pos + whole.length > state.posMax || COUNTERS.test(words)) return false;
  pushPart(state, 'underline', pos + 2, pos + 2 + words.length);
  state.pos = pos + whole.length;
  return true;
}

/** Adds a part of the text in a look of its own, with any Markdown in it. */
function pushPart(state: StateInline, tag: Tag, from: number, to: number): void {
  if (from >= to) return;
  const { posMax } = state;
  state.push(`${tag}_open`, tag, 1);
  state.pos = from;
  state.posMax = to;
  state.md.inline.tokenize(state);
  state.push(`${tag}_close`, tag, -1);
  state.posMax = posMax;
}
