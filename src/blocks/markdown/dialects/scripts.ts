import type { MarkdownIt, StateInline } from 'markdown-it';

/** Subscript and superscript as Pandoc writes them: `H~2~O`, `x^2^`. They stand directly after something. */
export function scripts(markdown: MarkdownIt): void {
  markdown.inline.ruler.after('emphasis', 'sub', scriptRule('~', 'sub'));
  markdown.inline.ruler.after('emphasis', 'sup', scriptRule('^', 'sup'));
}

function scriptRule(mark: string, tag: string) {
  return (state: StateInline, silent: boolean): boolean => {
    const { src, pos, posMax } = state;
    if (src[pos] !== mark || silent) return false;
    const end = scriptEnd(src, pos, posMax, mark);
    if (end === undefined) return false;
    state.push(`${tag}_open`, tag, 1).markup = mark;
    state.pos = pos + 1;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push(`${tag}_close`, tag, -1).markup = mark;
    state.pos = end + 1;
    state.posMax = posMax;
    return true;
  };
}

/** A letter, a digit, a closing bracket or the end of other markup: what may have an index. */
const MAY_HAVE_SCRIPT = /[\p{L}\p{N})\]}*_`’′~^]/u;
/** A formula that is typed on a keyboard: `x^2+y^2`. Its two marks belong to two powers. */
const JOINED = /[+*/=<>-].*[\p{L}\p{N}]$/u;
const LONGEST = 60;

/** Where the mark stands that ends a script; undefined if none begins. */
function scriptEnd(src: string, pos: number, max: number, mark: string): number | undefined {
  if (src[pos + 1] === mark || src[pos - 1] === mark || !MAY_HAVE_SCRIPT.test(src[pos - 1] ?? ''))
    return undefined;
  for (let at = pos + 1; at < Math.min(max, pos + LONGEST); at++) {
    const character = src[at]!;
    if (character === '\\') at++;
    else if (/\s/.test(character)) return undefined;
    else if (character === mark) {
      const isEnd = at > pos + 1 && src[at + 1] !== mark;
      const joined = JOINED.test(src.slice(pos + 1, at)) && /[\p{L}\p{N}(]/u.test(src[at + 1] ?? '');
      return isEnd && !joined ? at : undefined;
    }
  }
  return undefined;
}
