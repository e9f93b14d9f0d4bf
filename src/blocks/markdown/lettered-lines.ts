import type { Token } from 'markdown-it';
import { append } from '../../diagnostics/collections/append.ts';
import { leadingMarks } from '../../diagnostics/origin.ts';

/** Options or parts that an author lettered by hand, one per line, and the text above them. */
interface LetteredLines {
  readonly above: readonly Token[];
  readonly numbering: 'LowerAlpha' | 'UpperAlpha' | 'LowerRoman' | 'UpperRoman';
  readonly entries: readonly LetteredEntry[];
}

interface LetteredEntry {
  /** As it is written: `a)`, `B.`, `(ii)`. */
  readonly label: string;
  /** The text after the label, with breaks between its lines. */
  readonly tokens: readonly Token[];
  /** How many lines it is below the beginning of the paragraph. */
  readonly line: number;
}

/** A letter or a small Roman numeral with its punctuation: `a)`, `A.`, `(a)`, `ii)`. */
const LABEL = /^(\(?)([A-Za-z]|[ivx]{1,5}|[IVX]{1,5})([.)])(?:[ \u00A0]+|$)/;
const SERIES = {
  Alpha: [...'abcdefghijklmnopqrstuvwxyz'],
  Roman: 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv'.split(' '),
};

/**
 * Finds lines of a paragraph that begin with a, b, c … or i, ii, iii …, all in the same style. A line without the next
 * letter belongs to the entry above it, so that a sentence that happens to begin with “a.” changes nothing.
 * @param least the least number of entries; a single one may be something else
 */
export function letteredLines(children: readonly Token[], least = 2): LetteredLines | undefined {
  const lines = linesOf(children);
  const begins = lines.map(({ tokens }) => letteredLabel(tokens));
  const lastOf = new Map(begins.map((begin, index) => [begin?.label, index]));
  for (const [index, first] of begins.entries()) {
    const kind =
      first && (['Alpha', 'Roman'] as const).find((name) => SERIES[name][0] === first.value.toLowerCase());
    if (!first || !kind) continue;
    const upper = first.value !== first.value.toLowerCase();
    const written = (count: number) => {
      const value = SERIES[kind][count];
      return value === undefined ? undefined : first.around(upper ? value.toUpperCase() : value);
    };
    if (least > 1 && (lastOf.get(written(1)) ?? -1) < index) continue;
    const entries: { label: string; tokens: Token[]; line: number }[] = [];
    for (const [offset, { tokens, end, line }] of lines.slice(index).entries()) {
      const begin = begins[index + offset];
      const last = entries.at(-1);
      if (begin && begin.label === written(entries.length))
        entries.push({ label: begin.label, tokens: [...begin.rest], line });
      else append(last!.tokens, tokens);
      const next = begins[index + offset + 1];
      if (end && next?.label !== written(entries.length)) entries.at(-1)!.tokens.push(end);
    }
    if (entries.length < least) continue;
    const above = lines
      .slice(0, index)
      .flatMap(({ tokens, end }, at) => (end && at < index - 1 ? [...tokens, end] : tokens));
    return { above, numbering: `${upper ? 'Upper' : 'Lower'}${kind}`, entries };
  }
  return undefined;
}

interface InlineLine {
  readonly tokens: readonly Token[];
  /** The break that ends it. */
  readonly end?: Token;
  readonly line: number;
}

/** The lines of a paragraph. A break inside emphasis or a link does not end a line. */
function linesOf(children: readonly Token[]): InlineLine[] {
  const lines: InlineLine[] = [];
  let tokens: Token[] = [];
  let line = 0;
  let below = 0;
  for (const token of children) {
    if (token.type !== 'softbreak' && token.type !== 'hardbreak') tokens.push(token);
    else {
      below += (token.meta as { lines?: number } | null)?.lines ?? 1;
      if (token.level > 0) tokens.push(token);
      else {
        lines.push({ tokens, end: token, line });
        tokens = [];
        line = below;
      }
    }
  }
  return [...lines, { tokens, line }];
}

/** The label at the beginning of a line, emphasised or not, and the line without it. */
export function letteredLabel(tokens: readonly Token[]) {
  // markdown-it makes empty text tokens beside emphasis.
  const at = tokens.findIndex(
    ({ type, content }) =>
      type !== 'strong_open' && type !== 'em_open' && !(type === 'text' && content === ''),
  );
  const text = tokens[at];
  if (text?.type !== 'text') return undefined;
  const marks = leadingMarks(text.content);
  const found = LABEL.exec(text.content.slice(marks.length));
  const [whole = '', open = '', value = '', close = ''] = found ?? [];
  if (!found || (open === '(' && close !== ')')) return undefined;
  const rest = text.content.slice(marks.length + whole.length);
  const others = tokens.slice(at + 1);
  // After a label that is emphasised by itself, the text begins with a space.
  const next = others.findIndex(({ type }) => type === 'text');
  const trimmed = others.map((token, index) =>
    rest === '' && index === next ? withContent(token, token.content.trimStart()) : token,
  );
  return {
    value,
    label: `${open}${value}${close}`,
    around: (other: string) => `${open}${other}${close}`,
    rest: [...tokens.slice(0, at), withContent(text, marks + rest), ...trimmed],
  };
}

const withContent = (token: Token, content: string): Token =>
  Object.assign(Object.create(Object.getPrototypeOf(token)), token, { content });
