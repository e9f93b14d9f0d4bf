import type { Inline } from '../../blocks/block.ts';
import { append } from '../../diagnostics/collections/append.ts';
import type { Language } from '../language/language.ts';
import { sliceSpans } from './slice-spans.ts';
import { spaceItem } from './space-item.ts';
import { toSpans } from './spans.ts';
import type { ItemOptions, Span, TextContext, TextItem } from './text-context.ts';
import { wordItems } from './word-items.ts';

/** The cost of a break after a visible hyphen, dash or slash: “thirty-” at the end of a line makes a reader pause too. */
const VISIBLE_BREAK_COST = 60;

/**
 * What stays on the same line as the word before it: a dash or dot, a short number (“chapter 3”), an initial (“Ada
 * B.”).
 */
const STAYS_WITH_PREVIOUS = /^(?:[–—…·]|\d{1,2}[.,;:!?)”’]*|\p{Lu}\.[,;:)”’]*)$/u;

/** A number after another: a long list of numbers, as in an index, may be broken between any two. */
const IN_NUMBER_LIST = /[,;] *\d+[^\d]*$/;

/** A hyphen or slash with enough of the word before it for a line to end there. */
const BREAKS_AFTER = /[\p{L}\p{N}]{2}[-\u2010/]$/u;

/**
 * Turns inline text into boxes (words), glue (spaces) and penalties (other breaks that the language allows). A word may
 * consist of several runs and faces, and is not broken between them.
 * Reports letters that are missing from every font, which become a visible box, and words wider than the column, which
 * may be broken anywhere.
 */
export function toItems(text: readonly Inline[], options: ItemOptions, context: TextContext): TextItem[] {
  const items: TextItem[] = [];
  for (const spans of hardLines(text, options, context)) {
    if (spans === 'break') items.push({ kind: 'penalty', cost: -Infinity });
    else append(items, lineItems(spans, options, context));
  }
  return items;
}

/** Splits text at the author’s line breaks. */
function hardLines(
  text: readonly Inline[],
  options: ItemOptions,
  context: TextContext,
): (Span[] | 'break')[] {
  const lines: (Span[] | 'break')[] = [];
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

function lineItems(spans: readonly Span[], options: ItemOptions, context: TextContext): TextItem[] {
  const whole = spans.map((span) => (span.blank ? 'x' : span.text)).join('');
  const items: TextItem[] = [];
  let from = 0;
  for (const to of [...wordBreaks(whole, context.language), whole.length]) {
    const segment = whole.slice(from, to);
    const word = segment.replace(/[ \u200B]+$/, '');
    if (STAYS_WITH_PREVIOUS.test(word) && !IN_NUMBER_LIST.test(whole.slice(0, to))) keepLastSpace(items);
    append(items, wordItems(sliceSpans(spans, from, from + word.length), options, context));
    if (word.length < segment.length && segment.includes(' ')) {
      const space = sliceSpans(spans, from + word.length, to).find((span) => span.text.includes(' '))!;
      items.push(spaceItem({ ...space, text: ' ' }, word.at(-1) ?? '', whole[to] ?? '', options, context));
    } else if (to < whole.length) items.push({ kind: 'penalty', cost: VISIBLE_BREAK_COST });
    from = to;
  }
  return withWideChainsFreed(withIndentKept(items), options.width);
}

/**
 * Keeps no-break spaces at the beginning of a line: they are an indent, as in code, and are not dropped like other
 * spaces.
 */
function withIndentKept(items: readonly TextItem[]): TextItem[] {
  const first = items.findIndex((item) => item.kind !== 'glue');
  return items.map((item, index) =>
    index < first && item.kind === 'glue' && item.kept
      ? { kind: 'box', width: item.width, pieces: item.pieces! }
      : item,
  );
}

/** Lets words joined by no-break spaces break at those spaces if they are wider than the column. */
function withWideChainsFreed(items: readonly TextItem[], measure: number): TextItem[] {
  const loose: TextItem[] = [];
  for (let from = 0; from < items.length; ) {
    let to = from;
    let width = 0;
    for (; to < items.length && (to === from || isUnbreakable(items[to]!)); to++) {
      const item = items[to]!;
      width += item.kind === 'penalty' ? 0 : item.width;
    }
    const chain = items.slice(from, to);
    append(
      loose,
      width > measure ? chain.map((item) => (item.kind === 'glue' ? { ...item, kept: false } : item)) : chain,
    );
    from = to;
  }
  return loose;
}

/** Whether a line may not end before an item. */
const isUnbreakable = (item: TextItem) => item.kind === 'box' || (item.kind === 'glue' && item.kept === true);

/** Lists where a line may begin: by UAX #14, but dashes stay with the word before, and short parts with their word. */
function wordBreaks(text: string, language: Language): number[] {
  return language.breaks(text).filter((at) => {
    const before = text[at - 1]!;
    if (before === ' ' || before === '\u200B') return true;
    if (/[–—…]/.test(text[at]!) || before === '\u00AD') return false;
    return /[-\u2010/]/.test(before)
      ? BREAKS_AFTER.test(text.slice(Math.max(0, at - 4), at)) && /\p{L}/u.test(text[at]!)
      : true;
  });
}

/** Turns the last space into a no-break space. */
function keepLastSpace(items: TextItem[]): void {
  const last = items.at(-1);
  if (last?.kind === 'glue' && items.length > 1) items[items.length - 1] = { ...last, kept: true };
}
