import type { MarkdownIt, StateBlock } from 'markdown-it';
import { type AttributeList, attributesAtEnd } from '../attribute-list.ts';
import { sourceLine } from '../source-line.ts';
import { openBox } from './box-tokens.ts';

/**
 * Fenced divs: `::: {.callout-note}` of Quarto, `::: warning` of Pandoc and VitePress, `:::tip[Title]` of Docusaurus,
 * `:::{note} Title` of MyST. Those that stand out there are boxes; others are their contents, and columns are columns.
 */
export function fencedDivs(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'fenced_div', fencedDiv, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

const OPENING = /^:{3,}[ \t]*(?![:\s])(.*?)[ \t]*:*[ \t]*$/;
const CLOSING = /^:{3,}[ \t]*$/;

/** What the opening line of a div says. */
interface Div {
  readonly kind: string;
  readonly title: string | undefined;
  readonly list: AttributeList | undefined;
  /** Whether lines such as `:class: tip` may follow, which say how it looks. */
  readonly options?: boolean;
}

function fencedDiv(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const from = state.bMarks[startLine]! + state.tShift[startLine]!;
  if (!state.src.startsWith(':::', from)) return false;
  const [, said = ''] = OPENING.exec(sourceLine(state, startLine)) ?? [];
  const div = said === '' ? undefined : readOpening(said);
  if (!div) return false;
  if (silent) return true;
  const end = closingLine(state, startLine, endLine);
  pushDiv(state, div, startLine, Math.min(end, endLine));
  state.line = Math.min(end + 1, endLine);
  return true;
}

function readOpening(said: string): Div | undefined {
  const found = attributesAtEnd(said);
  const rest = found ? said.slice(0, found.from).trim() : said;
  const list = found?.list;
  const myst = /^\{([\w-]+)\}[ \t]*(.*)$/.exec(said);
  if (myst) return { kind: myst[1]!, title: myst[2] || undefined, list: undefined, options: true };
  const named = /^([\p{L}][\p{L}\p{N}_-]*)(?:\[(.*)\]|[ \t]+(.+))?$/u.exec(rest);
  if (rest !== '' && !named) return undefined;
  const title =
    named?.[2] ??
    named?.[3]?.replace(/^"(.*)"$/, '$1') ??
    list?.values.get('title') ??
    list?.values.get('name');
  return { kind: named?.[1] ?? list?.classes[0] ?? '', title, list };
}

/** A fence of code, in a list or a quotation too. */
const CODE = /^(?:[\s>]|(?:[-*+]|\d{1,9}[.)])\s)*(`{3,}(?=[^`]*$)|~{3,})/;

/** The marks of items of a list at the beginning of a line. */
const ITEMS = /^(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+/;

function opensDiv(line: string): boolean {
  const said = OPENING.exec(line)?.[1];
  return said !== undefined && readOpening(said) !== undefined;
}

/** The line of the fence that closes a div; those inside it are closed first, and code is passed over. */
function closingLine(state: StateBlock, startLine: number, endLine: number): number {
  // The column where each div that is open begins: one in an item of a list is indented.
  const columns = [0];
  let code = '';
  for (let line = startLine + 1; line < endLine; line++) {
    const text = sourceLine(state, line);
    if (text !== '' && state.sCount[line]! < state.blkIndent) return line - 1;
    const fence = CODE.exec(text)?.[1];
    if (code !== '') {
      if (fence?.startsWith(code) && text.trimEnd().endsWith(fence)) code = '';
      continue;
    }
    const indent = state.sCount[line]! - state.blkIndent;
    // Indented that far, it is code.
    if (indent - columns.at(-1)! >= 4) continue;
    const items = ITEMS.exec(text)?.[0] ?? '';
    if (fence !== undefined) code = fence;
    else if (CLOSING.test(text)) columns.pop();
    else if (opensDiv(text.slice(items.length))) columns.push(indent + items.length);
    if (columns.length === 0) return line;
  }
  return endLine;
}

/** Kinds of div that stand out on the page in the programs that have them. */
export const BOXES =
  /^(?:callout.*|admonition|note|tip|hint|info|important|warning|caution|danger|error|attention|success|question|quote|example|abstract|summary|details|spoiler|box|alert|seealso|todo|bug|failure|check|definition|theorem|exercise|task|activity|challenge|solution|objectives|questions|prereq|keypoints|checklist|discussion|instructor|testimonial)$/i;

/** Kinds whose words after the name say how they are arranged. */
const ARRANGED = /^(?:grid|tab-set|list-table|div|container)$/;

const OPTION = /^:[\w-]+:(?:[ \t]|$)/;

/** Adds a div, with what is inside it up to a line. */
export function pushDiv(
  state: StateBlock,
  { kind, title, list, options }: Div,
  startLine: number,
  end: number,
): void {
  const id = list?.id;
  let from = startLine + 1;
  while (options && from < end && OPTION.test(sourceLine(state, from))) from++;
  const isArranged = options === true && ARRANGED.test(kind) && /^[\d\s]*$/.test(title ?? '');
  const isBox =
    (title !== undefined && !isArranged) ||
    BOXES.test(kind) ||
    list?.classes.some((name) => BOXES.test(name)) === true;
  const { parentType, lineMax } = state;
  state.parentType = 'container';
  state.lineMax = end;
  if (isBox) openBox(state, { kind: boxKind(kind, list), title, id, line: startLine });
  else {
    const open = state.push('div_open', 'div', 1);
    open.map = [startLine, startLine + 1];
    open.meta = {
      id,
      columns: kind === 'columns',
      column: kind === 'column',
      width: list?.values.get('width'),
    };
  }
  state.md.block.tokenize(state, from, end);
  state.push(isBox ? 'box_close' : 'div_close', 'div', -1);
  state.parentType = parentType;
  state.lineMax = lineMax;
}

const boxKind = (kind: string, list: AttributeList | undefined): string =>
  (list?.classes.find((name) => BOXES.test(name)) ?? kind).replace(/^callout-/, '');
