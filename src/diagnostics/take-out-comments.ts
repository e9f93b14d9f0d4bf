import type { Place } from './diagnostic.ts';
import { lineAndColumn } from './line-and-column.ts';
import type { Report } from './report.ts';

/** A text without its comments. */
export interface Uncommented {
  readonly text: string;
  /** Lines (from 0) that are empty only because they held nothing but a comment. */
  readonly emptied: ReadonlySet<number>;
  /** Comments that are never closed, or that contain the beginning of another; lines and columns count from 1. */
  readonly faults: readonly { kind: 'unclosed' | 'nested'; line: number; column: number }[];
}

/** Comments of other programs, which are taken out besides: Obsidian’s `%%…%%` and kramdown’s `{::comment}…{:/comment}`. */
export interface OtherComments {
  /** Whether a fence holds Markdown, by what follows its marks: there are comments in it then. */
  readonly isMarkdown: (info: string) => boolean;
  /** Matches lines that are comments, as MyST has them; group 1 is what stands before, such as an indent. */
  readonly lines?: RegExp;
}

/** Left in place of a comment where comments end a paragraph, as they do in plain Markdown. It prints nothing. */
export const EMPTY_COMMENT = '<!---->';

interface Cut {
  readonly from: number;
  readonly to: number;
}

/**
 * Takes HTML comments (`<!-- … -->`) out of Markdown, with any blank lines inside them. Comments in code stay, and so does
 * text beside a comment. Every line keeps its number, except in a paragraph with a comment of several lines in it.
 * @param stub left in place of a comment that is alone on its line
 * @param others those of other programs that are taken out too
 */
export function takeOutComments(text: string, stub = '', others?: OtherComments): Uncommented {
  if (!text.includes('<!--') && !others?.lines && !(others && OTHER.test(text)))
    return { text, emptied: new Set(), faults: [] };
  const { cuts, faults } = findComments(text, others);
  const emptied = new Set<number>();
  const lines: string[] = [];
  /** The line being built, and the number of line ends to add at the next blank line. */
  let open = '';
  let owed = 0;
  let from = 0;
  const add = (chunk: string) => {
    const [first = '', ...others] = chunk.split('\n');
    open += first;
    for (const line of others) {
      lines.push(open);
      open = line;
    }
  };
  const copy = (to: number) => {
    const chunk = text.slice(from, to);
    const gap = owed > 0 ? chunk.search(/\n[ \t]*\n/) : -1;
    add(gap < 0 ? chunk : chunk.slice(0, gap) + '\n'.repeat(owed) + chunk.slice(gap));
    if (gap >= 0) owed = 0;
  };
  for (const [index, cut] of cuts.entries()) {
    copy(cut.from);
    const breaks = text.slice(cut.from, cut.to).split('\n').length - 1;
    const head = open.replaceAll(EMPTY_COMMENT, '');
    const lineEnd = endOfLine(text, cut.to);
    const rest = text.slice(cut.to, lineEnd);
    const ends = rest.trim() === '';
    const last = (cuts[index + 1]?.from ?? text.length) >= lineEnd;
    if (/^[\s>]*$/.test(head) && ends && last) {
      for (let at = 0; at <= breaks; at++) emptied.add(lines.length + at);
      // In a quotation, each line still begins with its mark.
      add(stub + `\n${head.includes('>') ? head : ''}`.repeat(breaks));
      from = lineEnd;
      continue;
    }
    owed += breaks;
    from = cut.to;
    // The mark of an item alone would underline the line above it, and make that a heading.
    if (ends) open = last && ITEM.test(head) ? open + stub : open.trimEnd();
    // Two spaces after a comment are a line break that the author asked for.
    if (ends ? !/^ {2,}$/.test(rest) : /(?:^|\s)$/.test(head)) while (/[ \t]/.test(text[from] ?? '')) from++;
  }
  copy(text.length);
  add('\n'.repeat(owed));
  return { text: [...lines, open].join('\n'), emptied, faults };
}

/** Reports comments that do not end as they should. */
export function reportComments(
  faults: Uncommented['faults'],
  placeOf: (line: number, column: number) => Place,
  report: Report,
): void {
  for (const { kind, line, column } of faults)
    report.add(
      kind === 'unclosed' ? 'comment-unclosed' : 'comment-nested',
      placeOf(line, column),
      kind === 'unclosed'
        ? 'The comment that begins here is never closed, so all the text after it would be left out.'
        : 'Another comment begins inside this one. Both end at the first -->.',
      kind === 'unclosed'
        ? 'Close it with -->. If it is not a comment, write \\<!--.'
        : 'Close each comment with --> before the next begins.',
    );
}

/** The mark of an item of a list, with nothing behind it. */
const ITEM = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+$/;

const FENCE = /^(?:[\s>]|(?:[-*+]|\d{1,9}[.)])\s)*(`{3,}(?=[^`]*$)|~{3,})/;
/** Opens a list, a note or a definition, which indented lines may belong to. */
const OPENS_INDENT = /^\s{0,3}(?:[-*+]|\d{1,9}[.)]|:|\[\^[^\]]+\]:)\s/;
/** The same for the boxes of MkDocs. */
const OPENS_BOX = /^\s*(?:!!!|\?\?\?\+?|={3}) \S/;

/** Finds the comments outside code, each from its first character to the one after its last. */
export function findComments(
  text: string,
  others?: OtherComments,
): { cuts: Cut[]; faults: Uncommented['faults'][number][] } {
  const cuts: Cut[] = [];
  const faults: Uncommented['faults'][number][] = [];
  let fence = '';
  /** The marks of the fences with Markdown in them that are open. */
  const open: string[] = [];
  let blank = true;
  let inCode = false;
  let inIndent = false;
  for (let at = 0; at < text.length; ) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end);
    const opened = FENCE.exec(line)?.[1];
    if (fence !== '') {
      const closing = line.replace(/^[\s>]*/, '').trimEnd();
      if (closing.length >= fence.length && isAll(closing, fence[0]!)) fence = '';
      at = end + 1;
      continue;
    }
    const empty = line.trim() === '';
    if (!empty && !/^(?: {4}|\t)/.test(line))
      inIndent =
        OPENS_INDENT.test(line) ||
        (others && OPENS_BOX.test(line)) ||
        (inIndent && (!blank || /^\s/.test(line)));
    inCode = !inIndent && /^(?: {4}|\t)/.test(line) && (inCode || blank);
    blank = empty;
    if (opened !== undefined && !inCode) {
      const info = line.slice(line.indexOf(opened) + opened.length).trim();
      const closed = info === '' ? open.findLastIndex((marks) => opened.startsWith(marks)) : -1;
      if (others?.isMarkdown(info)) {
        open.push(opened);
        at = scanLine(text, at + line.indexOf(opened) + opened.length, cuts, faults, others) + 1;
        continue;
      }
      if (closed >= 0) open.splice(closed);
      else fence = opened;
    }
    if (opened !== undefined || inCode || empty) {
      at = end + 1;
      continue;
    }
    const before = others?.lines?.exec(line)?.[1];
    if (before !== undefined) cuts.push({ from: at + before.length, to: end });
    at = before === undefined ? scanLine(text, at, cuts, faults, others) + 1 : end + 1;
  }
  return { cuts, faults };
}

/** Finds comments from the beginning of a line. @returns the end of the line where the last of them ends */
function scanLine(
  text: string,
  start: number,
  cuts: Cut[],
  faults: Uncommented['faults'][number][],
  others: OtherComments | undefined,
): number {
  let at = start;
  let end = endOfLine(text, at);
  while (at < end) {
    if (text[at] === '\\') at += 2;
    else if (text[at] === '`') at = endOfCodeSpan(text, at);
    else if (text.startsWith('<!--', at)) {
      const short = /^<!--(?:>|->)/.exec(text.slice(at, at + 6))?.[0].length;
      const close = text.indexOf('-->', at + 4);
      if (short === undefined && close < 0) {
        faults.push({ kind: 'unclosed', ...lineAndColumn(text, at) });
        return text.length;
      }
      const to = short === undefined ? close + 3 : at + short;
      if (text.slice(at + 4, to).includes('<!--'))
        faults.push({ kind: 'nested', ...lineAndColumn(text, at) });
      cuts.push({ from: at, to });
      at = to;
    } else {
      const to = others ? endOfOther(text, at) : undefined;
      if (to !== undefined) cuts.push({ from: at, to });
      at = to ?? at + 1;
    }
    if (at > end) end = endOfLine(text, at);
  }
  return end;
}

const OTHER = /%%|\{::comment\}/;

/** The offset after a comment of another program that begins here; undefined if none does, or if it is never closed. */
function endOfOther(text: string, at: number): number | undefined {
  if (text.startsWith('{::comment}', at)) {
    const close = /\{:\/(?:comment)?\}/g;
    close.lastIndex = at;
    return close.exec(text) ? close.lastIndex : undefined;
  }
  // 50%% is a number, and not the beginning of a comment.
  if (!text.startsWith('%%', at) || /[\d%]/.test(text[at - 1] ?? '') || text[at + 2] === '%')
    return undefined;
  const close = text.indexOf('%%', at + 2);
  return close < 0 ? undefined : close + 2;
}

/** The offset after a code span that begins here, or after its backticks if its paragraph does not close it. */
function endOfCodeSpan(text: string, at: number): number {
  const start = endOfTicks(text, at);
  for (let here = start; here < text.length; ) {
    if (text[here] === '`') {
      const end = endOfTicks(text, here);
      if (end - here === start - at) return end;
      here = end;
      continue;
    }
    BLANK_LINE.lastIndex = here;
    if (text[here] === '\n' && BLANK_LINE.test(text)) break;
    here++;
  }
  return start;
}

/** A line with nothing but marks of quotations, from the end of the line before. */
const BLANK_LINE = /\n(?:[^\S\n]|>)*\n/y;

const isAll = (text: string, letter: string) => text === letter.repeat(text.length);

function endOfTicks(text: string, at: number): number {
  let end = at;
  while (text[end] === '`') end++;
  return end;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
