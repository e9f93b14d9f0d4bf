import type { Inline } from '../../blocks/block.ts';
import { append } from '../../diagnostics/collections/append.ts';
import { watchReport } from '../../diagnostics/watch-report.ts';
import { mayBeInFormula, staysInFormula } from './formula-joints.ts';
import { penalty } from './items.ts';
import {
  type FaceItems,
  faceItems,
  type HardLine,
  type ItemContext,
  isPlain,
  knownItems,
} from './known-items.ts';
import { spanReader } from './slice-spans.ts';
import { knownSpace } from './space-item.ts';
import { toSpans } from './spans.ts';
import type { ItemOptions, Span, TextContext, TextItem } from './text-context.ts';
import type { TypeLook } from './type-look.ts';
import { staysWithPrevious, wordItems } from './word-items.ts';

/** The cost of a break after a visible hyphen, dash or slash: “thirty-” at the end of a line makes a reader pause too. */
const VISIBLE_BREAK_COST = 60;

/** A hyphen or slash with enough of the word before it for a line to end there. */
const BREAKS_AFTER = /[\p{L}\p{N}]{2}[-\u2010/]$/u;

/**
 * Turns inline text into boxes (words), glue (spaces) and penalties (other breaks that the language allows). A word may
 * consist of several runs and faces, and is not broken between them.
 * Reports letters that are missing from every font, which become a visible box, and words wider than the column, which
 * may be broken anywhere.
 */
export function toItems(
  text: readonly Inline[],
  options: ItemOptions,
  context: TextContext,
): readonly TextItem[] {
  const itemContext = { ...context, known: knownItems(context.fonts, context.language) };
  const lines = knownHardLines(text, options, itemContext);
  const [only] = lines;
  if (only && only !== 'break' && lines.length === 1) return lineItems(only, options, itemContext);
  const items: TextItem[] = [];
  for (const spans of lines) {
    if (spans === 'break') items.push(penalty(-Infinity));
    else append(items, lineItems(spans, options, itemContext));
  }
  return items;
}

/** Gives the hard lines of a text. They are kept for the other sizes that it is tried at, unless something is reported. */
function knownHardLines(
  text: readonly Inline[],
  options: ItemOptions,
  context: ItemContext,
): readonly HardLine[] {
  const { look } = options;
  const before = context.known.spans.get(text);
  if (before && haveSameFaces(before.look, look)) return before.lines;
  const { report, isEmpty } = watchReport(context.report);
  const lines = hardLines(text, options, { ...context, report });
  const isKept = isEmpty() && text.every(({ kind }) => kind !== 'note' && kind !== 'picture');
  if (isKept) context.known.spans.set(text, { look, lines });
  return lines;
}

const haveSameFaces = (a: TypeLook, b: TypeLook) =>
  a.family === b.family && a.weight === b.weight && a.italics === b.italics && a.features === b.features;

/** Splits text at the author’s line breaks. */
function hardLines(text: readonly Inline[], options: ItemOptions, context: TextContext): HardLine[] {
  const lines: HardLine[] = [];
  let open: Inline[] = [];
  const close = () => {
    if (open.length > 0) lines.push(toSpans(open, options, context));
    open = [];
  };
  for (const inline of text) {
    if (inline.kind === 'break') {
      close();
      lines.push('break');
    } else open.push(inline);
  }
  close();
  return lines;
}

function lineItems(spans: readonly Span[], options: ItemOptions, context: ItemContext): readonly TextItem[] {
  const whole = spans.length === 1 && !spans[0]!.blank ? spans[0]!.text : spans.map(textOf).join('');
  const reader = spanReader(spans);
  const items: TextItem[] = [];
  let last: Span | undefined;
  let known: FaceItems | undefined;
  let from = 0;
  let earlier = '';
  let before = '';
  let wasPart = false;
  const breaks = wordBreaks(whole, context);
  for (let at = 0; at < breaks.length; at++) {
    const to = breaks[at]!;
    const end = wordEnd(whole, from, to);
    const word = whole.slice(from, end);
    if (word !== '') {
      const span = reader.spanWith(from, end);
      if (span !== last) known = span && isPlain(span) ? faceItems(span, options, context) : undefined;
      last = span;
      const found = known?.words.get(word);
      const stays = (found ? found.stays : staysWithPrevious(word)) && !isInNumberList(whole, to);
      const isPart = mayBeInFormula(word);
      if (stays || ((isPart || wasPart) && staysInFormula(before, word, earlier))) keepLastSpace(items);
      wasPart = isPart;
      earlier = before;
      before = word;
      const fits = found !== undefined && found.width <= options.width;
      append(items, fits ? found.items : wordItems(reader.slice(from, end), options, context));
    }
    const space = end < to ? whole.indexOf(' ', end) : -1;
    if (space !== -1 && space < to) {
      const span = reader.spanWith(space, space + 1)!;
      const own = span === last ? known : undefined;
      items.push(knownSpace(span, word.slice(-1), whole[to] ?? '', options, context, own));
    } else if (to < whole.length) items.push(penalty(VISIBLE_BREAK_COST));
    from = to;
  }
  return withWideChainsFreed(withIndentKept(items), options.width);
}

const textOf = (span: Span) => (span.blank ? 'x' : span.text);

/** Gives where a word ends that is followed by spaces up to `to`. */
function wordEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && (text[end - 1] === ' ' || text[end - 1] === '\u200B')) end--;
  return end;
}

/** Whether the last number before a place comes after a comma or semicolon: a long list may be broken there. */
function isInNumberList(text: string, to: number): boolean {
  let at = to - 1;
  while (at >= 0 && !isDigit(text[at])) at--;
  while (isDigit(text[at])) at--;
  while (text[at] === ' ') at--;
  return text[at] === ',' || text[at] === ';';
}

const isDigit = (character: string | undefined) =>
  character !== undefined && character >= '0' && character <= '9';

/**
 * Keeps no-break spaces at the beginning of a line: they are an indent, as in code, and are not dropped like other
 * spaces.
 */
function withIndentKept(items: readonly TextItem[]): readonly TextItem[] {
  const first = items.findIndex((item) => item.kind !== 'glue');
  if (first <= 0) return items;
  return items.map((item, index) =>
    index < first && item.kind === 'glue' && item.kept
      ? { kind: 'box', width: item.width, pieces: item.pieces! }
      : item,
  );
}

/** Lets words joined by no-break spaces break at those spaces if they are wider than the column. */
function withWideChainsFreed(items: readonly TextItem[], measure: number): readonly TextItem[] {
  if (!hasKeptSpace(items)) return items;
  const loose = [...items];
  for (let from = 0; from < items.length; ) {
    let to = from;
    let width = 0;
    for (; to < items.length && (to === from || isUnbreakable(items[to]!)); to++) {
      const item = items[to]!;
      width += item.kind === 'penalty' ? 0 : item.width;
    }
    if (width > measure)
      for (let at = from; at < to; at++) {
        const item = items[at]!;
        if (item.kind === 'glue') loose[at] = { ...item, kept: false };
      }
    from = to;
  }
  return loose;
}

function hasKeptSpace(items: readonly TextItem[]): boolean {
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    if (item.kind === 'glue' && item.kept) return true;
  }
  return false;
}

/** Whether a line may not end before an item. */
const isUnbreakable = (item: TextItem) => item.kind === 'box' || (item.kind === 'glue' && item.kept === true);

/** Lists where a line may begin, and the end of the text; each text is searched once. */
function wordBreaks(text: string, { language, known }: ItemContext): readonly number[] {
  const before = known.breaks.get(text);
  if (before) return before;
  const breaks = language.breaks(text).filter((at) => mayBreak(text, at));
  breaks.push(text.length);
  known.breaks.set(text, breaks);
  return breaks;
}

/** Whether a line may begin where UAX #14 allows it: dashes stay with the word before, and short parts with their word. */
function mayBreak(text: string, at: number): boolean {
  const before = text[at - 1]!;
  if (before === ' ' || before === '\u200B') return true;
  if (/[–—…]/.test(text[at]!) || before === '\u00AD') return false;
  return /[-\u2010/]/.test(before)
    ? BREAKS_AFTER.test(text.slice(Math.max(0, at - 4), at)) && /\p{L}/u.test(text[at]!)
    : true;
}

/** Turns the last space into a no-break space. */
function keepLastSpace(items: TextItem[]): void {
  const last = items.at(-1);
  if (last?.kind === 'glue' && items.length > 1) items[items.length - 1] = { ...last, kept: true };
}
