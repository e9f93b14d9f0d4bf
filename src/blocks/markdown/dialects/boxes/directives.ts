import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { sourceLine } from '../source-line.ts';
import { BOXES, pushDiv } from './fenced-divs.ts';

/**
 * What MyST writes besides its fences of colons: directives in fences of backticks, pictures among them, roles in a line
 * (`` {term}`shadow` ``), names of places (`(here)=`), and breaks between blocks (`+++`).
 */
export function directives(markdown: MarkdownIt): void {
  const alt = ['paragraph', 'reference', 'blockquote', 'list'];
  markdown.block.ruler.before('fenced_div', 'directive', directive, { alt });
  markdown.block.ruler.before('fence', 'named_place', namedPlace, { alt });
  markdown.block.ruler.before('fence', 'block_break', blockBreak, { alt });
  markdown.inline.ruler.before('backticks', 'role', role);
}

const OPENING = /^(`{3,}|~{3,}|:{3,})[ \t]*\{([\w-]+)\}[ \t]*(.*)$/;
/** Directives whose content is Markdown; that of others is code. */
const OF_MARKDOWN =
  /^(?:dropdown|margin|sidebar|topic|card|solution|proof|epigraph|highlights|list-table|grid|tab-set|tab-item)$/;
const isPicture = (kind: string): boolean => kind === 'figure' || kind === 'image';

/** Whether a fence holds Markdown, going by what follows its marks. */
export function holdsMarkdown(info: string): boolean {
  const kind = /^\{([\w-]+)\}/.exec(info)?.[1];
  return kind !== undefined && (isPicture(kind) || BOXES.test(kind) || OF_MARKDOWN.test(kind));
}

const OPTION = /^:([\w-]+):[ \t]*(.*)$/;

function directive(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!/[`~:]/.test(state.src[state.bMarks[startLine]! + state.tShift[startLine]!] ?? '')) return false;
  const [, marks = '', kind = '', title = ''] = OPENING.exec(sourceLine(state, startLine)) ?? [];
  if (!isPicture(kind) && (marks[0] === ':' || !holdsMarkdown(`{${kind}}`))) return false;
  if (isPicture(kind) && title === '') return false;
  if (silent) return true;
  let end = startLine + 1;
  while (end < endLine && !isClosing(sourceLine(state, end), marks)) end++;
  if (isPicture(kind)) pushPicture(state, title, startLine, end);
  else pushDiv(state, { kind, title: title || undefined, list: undefined, options: true }, startLine, end);
  state.line = Math.min(end + 1, endLine);
  return true;
}

function isClosing(line: string, marks: string): boolean {
  const text = line.trim();
  return text.length >= marks.length && text === marks[0]!.repeat(text.length);
}

/** A picture, its size and its description, and its caption below. */
function pushPicture(state: StateBlock, address: string, startLine: number, end: number): void {
  const options = new Map<string, string>();
  let line = startLine + 1;
  for (; line < end; line++) {
    const [, name, value = ''] = OPTION.exec(sourceLine(state, line)) ?? [];
    if (name === undefined) break;
    options.set(name, value);
  }
  const caption = Array.from({ length: end - line }, (_, index) => sourceLine(state, line + index).trim());
  const width = options.get('width');
  const alt = (options.get('alt') ?? '').replace(/[[\]]/g, '');
  const size = width === undefined ? '' : `{width=${width.replace(/[\s{}"']/g, '')}}`;
  const map: [number, number] = [startLine, end];
  state.push('paragraph_open', 'p', 1).map = map;
  const inline = state.push('inline', '', 0);
  inline.content = [`![${alt}](<${address.trim()}>)${size}`, ...caption.filter((one) => one !== '')].join(
    '\n',
  );
  inline.map = map;
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
}

/** `(here)=`: a name for what follows, which links find. */
function namedPlace(state: StateBlock, startLine: number, _end: number, silent: boolean): boolean {
  const id = /^\(([\w:.-]+)\)=[ \t]*$/.exec(sourceLine(state, startLine))?.[1];
  if (id === undefined) return false;
  if (silent) return true;
  const token = state.push('block_id', '', 0);
  token.meta = { id };
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
}

/** Parts the cells of a notebook: nothing on paper. */
function blockBreak(state: StateBlock, startLine: number, _end: number, silent: boolean): boolean {
  if (!/^\+\+\+(?:[ \t]+\{.*\})?[ \t]*$/.test(sourceLine(state, startLine))) return false;
  if (!silent) state.line = startLine + 1;
  return true;
}

const ROLE = /\{([a-z][\w:.+-]*)\}`([^`\n]+)`/y;
const SCRIPTS: ReadonlyMap<string, string> = new Map([
  ['sub', 'sub'],
  ['subscript', 'sub'],
  ['sup', 'sup'],
  ['superscript', 'sup'],
]);
const OF_CODE = new Set(['code', 'command', 'file', 'program', 'samp', 'envvar', 'kbd', 'func']);

/** A role: its words, without what they lead to (`words <target>`). */
function role(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '{') return false;
  ROLE.lastIndex = pos;
  const [whole, name = '', said = ''] = ROLE.exec(src) ?? [];
  if (whole === undefined) return false;
  if (!silent) {
    const words = said.replace(/[ \t]+<[^<>]*>$/, '');
    const script = SCRIPTS.get(name);
    if (script) state.push(`${script}_open`, script, 1);
    const kind = name === 'math' ? 'typed_formula' : OF_CODE.has(name) ? 'code_inline' : 'text';
    state.push(kind, '', 0).content = words;
    if (script) state.push(`${script}_close`, script, -1);
  }
  state.pos += whole.length;
  return true;
}
