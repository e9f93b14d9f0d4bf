import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { holdsOriginMark } from '../../../diagnostics/origin.ts';
import { sourceLine } from './source-line.ts';

/**
 * The same between dollar signs only, as in packs: brackets there are escaped by templates, and by authors.
 */
export function dollarMathematics(markdown: MarkdownIt): void {
  const alt = ['paragraph', 'reference', 'blockquote', 'list'];
  const isDollar = (state: StateBlock, line: number) =>
    state.src[state.bMarks[line]! + state.tShift[line]!] === '$';
  markdown.block.ruler.before(
    'table',
    'typed_mathematics',
    (state, line, end, silent) => isDollar(state, line) && display(state, line, end, silent),
    { alt },
  );
  markdown.inline.ruler.before('escape', 'typed_mathematics', (state, silent) =>
    state.src[state.pos] === '$' ? inText(state, silent) : escapedFormula(state, silent),
  );
}

/** A formula in plain text, in which a template has escaped every sign. */
const ESCAPED = /\\\$((?:[^!-/:-@[-`{-~\n]|\\[!-#%-/:-@[-`{-~])+)\\\$/y;
/** What makes it a formula. Authors escape dollar signs, but not these beside them. */
const SIGN = /\\[\\^_=+<>{}*/|]/;

function escapedFormula(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('\\$', state.pos)) return false;
  ESCAPED.lastIndex = state.pos;
  const [whole, inside = ''] = ESCAPED.exec(state.src) ?? [];
  if (whole === undefined || !SIGN.test(inside) || holdsOriginMark(inside)) return false;
  const formula = whole.replace(/\\(.)/g, '$1');
  const before = /[\p{L}\p{N}]$/u.exec(state.src.slice(Math.max(0, state.pos - 2), state.pos))?.[0] ?? '';
  const typed = before + formula + (state.src[state.pos + whole.length] ?? '');
  if (dollars(typed, before.length, typed.length) !== formula.length) return false;
  if (!silent) state.push('typed_formula', '', 0).content = formula;
  state.pos += whole.length;
  return true;
}

/** The first formula between dollar signs in plain text, in which nothing is Markdown. */
export function formulaIn(text: string): string | undefined {
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
    const length = dollars(text, at, text.length);
    const formula = text.slice(at, at + (length ?? 0));
    if (formula !== '' && !holdsOriginMark(formula)) return formula;
  }
  return undefined;
}

/**
 * Mathematics in TeX, which is printed as it is typed: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and `\begin{…}`. Nothing in it is
 * Markdown. A single `$` is a price.
 */
export function typedMathematics(markdown: MarkdownIt): void {
  markdown.block.ruler.before('table', 'typed_mathematics', display, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  markdown.inline.ruler.before('escape', 'typed_mathematics', inText);
}

function display(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = state.src[state.bMarks[startLine]! + state.tShift[startLine]!];
  if (first !== '$' && first !== '\\') return false;
  const text = sourceLine(state, startLine);
  const environment = /^\\begin\{([A-Za-z]+\*?)\}/.exec(text)?.[1];
  const closing =
    environment !== undefined
      ? `\\end{${environment}}`
      : text.startsWith('$$')
        ? '$$'
        : text.startsWith('\\[')
          ? '\\]'
          : '';
  if (closing === '') return false;
  const end = lastLine(state, startLine, endLine, closing);
  if (end === undefined) return false;
  if (silent) return true;
  const token = state.push('typed_block', '', 0);
  token.content = state.getLines(startLine, end + 1, state.blkIndent, false);
  token.map = [startLine, end + 1];
  token.meta = { isMathematics: environment === undefined || MATHEMATICS.test(environment) };
  state.line = end + 1;
  return true;
}

const MATHEMATICS =
  /^(?:math|displaymath|equation|eqnarray|align|aligned|gather|multline|alignat|array|cases|.?matrix|split)\*?$/;

/** The line that ends with what closes a formula; undefined if none does. */
function lastLine(
  state: StateBlock,
  startLine: number,
  endLine: number,
  closing: string,
): number | undefined {
  for (let line = startLine; line < endLine; line++) {
    const text = sourceLine(state, line);
    if (line > startLine && text !== '' && state.sCount[line]! < state.blkIndent) return undefined;
    const at = text.indexOf(closing, line === startLine ? 2 : 0);
    // Words after it on its line are text, with a formula in it.
    if (at >= 0)
      return /^[.,;]?(?:[ \t]*\{#[\w:-]+\})?[ \t]*$/.test(text.slice(at + closing.length)) ? line : undefined;
  }
  return undefined;
}

function inText(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  const first = src[pos];
  if (first !== '$' && first !== '\\') return false;
  const length = first === '$' ? dollars(src, pos, posMax) : brackets(src, pos, posMax);
  // A template may have put one text of an author after another.
  if (length === undefined || holdsOriginMark(src.slice(pos, pos + length))) return false;
  if (!silent) state.push('typed_formula', '', 0).content = src.slice(pos, pos + length);
  state.pos += length;
  return true;
}

/** The length of `$…$` or `$$…$$`. As in Pandoc, nothing but the formula touches its signs on the inside. */
function dollars(src: string, pos: number, max: number): number | undefined {
  if (src[pos + 1] === '$') {
    const end = src.indexOf('$$', pos + 2);
    return end > pos + 2 && end + 2 <= max ? end + 2 - pos : undefined;
  }
  if (/\s/.test(src[pos + 1] ?? ' ') || /[\p{L}\p{N}]/u.test(src[pos - 1] ?? '')) return undefined;
  for (let at = pos + 1; at < max; at++) {
    if (src[at] === '\\') at++;
    else if (src[at] === '$') {
      const isClosing = !/\s/.test(src[at - 1]!) && !/\d/.test(src[at + 1] ?? '');
      return isClosing && isFormula(src.slice(pos + 1, at)) ? at + 1 - pos : undefined;
    }
  }
  return undefined;
}

/** Whether what two dollar signs enclose may be a formula: it has signs of one, or is no more than a name or a number. */
const isFormula = (text: string): boolean =>
  /[\\^_=+<>{}*/|]/.test(text) || /^[-−]?[\p{L}\p{N}.,']{1,4}$/u.test(text);

function brackets(src: string, pos: number, max: number): number | undefined {
  const closing = src[pos + 1] === '(' ? '\\)' : src[pos + 1] === '[' ? '\\]' : undefined;
  if (closing === undefined || src[pos - 1] === '\\') return undefined;
  const end = src.indexOf(closing, pos + 2);
  const inner = src.slice(pos + 2, end);
  // An escaped bracket in prose is closed by another one: \[not a link\].
  const isMathematics =
    end > 0 &&
    end + 2 <= max &&
    /[\p{L}\p{N}]/u.test(inner) &&
    /[\\^_=+<>*/|{]|^\s*[\p{L}\p{N}]{1,3}\s*$/u.test(inner);
  return isMathematics && !/\n[ \t]*\n/.test(inner) && !/\]\(/.test(inner) ? end + 2 - pos : undefined;
}
