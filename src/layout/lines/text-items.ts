import type { Inline } from '../../blocks/block.ts';
import { append } from '../../diagnostics/collections/append.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { FontBook } from '../../pages/fonts/font-book.ts';
import { MIN_SPACE } from '../../pages/fonts/space-in-line.ts';
import type { Language } from '../language/language.ts';
import type { GlueItem } from './items.ts';
import { toSpans } from './spans.ts';
import type { ItemOptions, Piece, Span, TextContext, TextItem } from './text-context.ts';
import type { TypeLook } from './type-look.ts';

/**
 * How much of its width a space may gain or lose, but never below `SMALLEST_SPACE`. The rest of a line’s slack goes into
 * letterspacing, in ems per letter.
 */
export const SPACE_STRETCH = 1 / 2;
const SPACE_SHRINK = 1 / 3;
export const LETTER_STRETCH = 0.015;
export const LETTER_SHRINK = 0.005;

/** The cost of a break inside a word, against a line’s badness of up to 100. */
const HYPHEN_COST = 50;
/** The cost of a break after a visible hyphen, dash or slash: “thirty-” at the end of a line makes a reader pause too. */
const VISIBLE_BREAK_COST = 60;

/** The share of a mark’s width that hangs outside a justified column: small marks inside it make its edge look ragged. */
const HANG_SHARES: Readonly<Record<string, number>> = {
  '.': 0.6,
  ',': 0.6,
  '-': 0.4,
  '\u2010': 0.4,
  ';': 0.25,
  ':': 0.25,
  '–': 0.2,
  '—': 0.15,
  '“': 0.45,
  '”': 0.45,
  '‘': 0.5,
  '’': 0.5,
};

/** What stays on the same line as the word before it: a dash or dot, a short number (“chapter 3”), an initial (“Ada B.”). */
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

/** Keeps no-break spaces at the beginning of a line: they are an indent, as in code, and are not dropped like other spaces. */
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

/** Gives the part of some spans between two offsets of their text. A blank counts as one character. */
function sliceSpans(spans: readonly Span[], from: number, to: number): Span[] {
  const parts: Span[] = [];
  let at = 0;
  for (const span of spans) {
    const length = span.blank ? 1 : span.text.length;
    const start = Math.max(from, at);
    const end = Math.min(to, at + length);
    if (start < end) parts.push(span.blank ? span : { ...span, text: span.text.slice(start - at, end - at) });
    at += length;
  }
  return parts;
}

function spaceItem(
  span: Span,
  before: string,
  after: string,
  { look }: ItemOptions,
  { fonts }: TextContext,
): TextItem & GlueItem {
  const width = fonts.spaceWidth(span.face, look.size, before, after);
  return {
    kind: 'glue',
    width,
    stretch: width * SPACE_STRETCH,
    shrink: Math.max(0, Math.min(width * SPACE_SHRINK, width - MIN_SPACE * look.size)),
    pieces: [{ ...span, width }],
  };
}

/** Gives the items of a word, with its possible hyphens; no-break spaces in it become kept glue. */
function wordItems(spans: readonly Span[], options: ItemOptions, context: TextContext): TextItem[] {
  const items: TextItem[] = [];
  let word: Span[] = [];
  const close = () => {
    if (word.length > 0) append(items, cachedItems(word, options, context));
    word = [];
  };
  for (const span of spans) {
    if (span.blank || !span.text.includes('\u00A0')) {
      word.push(span);
      continue;
    }
    for (const part of span.text.split(/(\u00A0)/)) {
      if (part === '\u00A0') {
        close();
        items.push({ ...spaceItem({ ...span, text: part }, '', '', options, context), kept: true });
      } else if (part !== '') word.push({ ...span, text: part });
    }
  }
  close();
  return items;
}

/** Gives the items of a word without spaces. Those of plain words are cached, since most words occur many times. */
function cachedItems(word: readonly Span[], options: ItemOptions, context: TextContext): TextItem[] {
  const [only] = word;
  const plain =
    word.length === 1 &&
    !only!.blank &&
    !only!.typedBlank &&
    !only!.scale &&
    !only!.run.link &&
    !only!.run.strike;
  if (!plain || !context.words) return newItems(word, options, context);
  const key = `${only!.face} ${options.look.size} ${options.hyphenate === true} ${only!.text}`;
  const cached = context.words.get(key);
  const width = cached?.reduce((sum, item) => sum + (item.kind === 'penalty' ? 0 : item.width), 0);
  if (cached && width! <= options.width) return cached;
  const items = newItems(word, options, context);
  context.words.set(key, items);
  return items;
}

function newItems(word: readonly Span[], options: ItemOptions, context: TextContext): TextItem[] {
  const { width: measure, at } = options;
  const text = word.map((span) => (span.blank ? '' : span.text)).join('');
  const whole = boxOf(word, options, context);
  const tooWide = whole.width > measure + 0.001;
  if (tooWide && word.some((span) => span.typedBlank)) return blankItems(word, options, context);
  const points =
    options.hyphenate || tooWide || text.includes('\u00AD') ? hyphenationPoints(text, context.language) : [];
  if (points.length === 0 && !tooWide) return [whole];

  const boxes = [0, ...points].map((from, index) =>
    boxOf(sliceSpans(word, from, points[index] ?? text.length + 1), options, context),
  );
  if (boxes.every((box) => box.width <= measure))
    return withHyphens(boxes, whole, word[0]!, options, context);
  const shown = word.map((span) => (span.blank ? '' : context.fonts.visible(span.face, span.text))).join('');
  context.report.add(
    'word-too-wide',
    word[0]!.run.at ?? at,
    `The word “${shown}” is wider than its column (${Math.ceil(whole.width)} of ${Math.max(0, Math.floor(measure))} points).`,
    'Shorten it, or break it with a hyphen.',
    shown,
  );
  return letterItems(word, options, context);
}

/** Lets lines end before and after a blank in a word that is wider than the column. */
function blankItems(word: readonly Span[], options: ItemOptions, context: TextContext): TextItem[] {
  const groups: Span[][] = [];
  for (const span of word) {
    const last = groups.at(-1);
    if (last && !span.typedBlank && !last[0]!.typedBlank) last.push(span);
    else groups.push([span]);
  }
  return groups.flatMap((group, index): TextItem[] => [
    ...(index > 0 ? [{ kind: 'penalty', cost: 0 } as const] : []),
    ...(group[0]!.typedBlank
      ? typedBlankItems(group[0]!, options, context)
      : newItems(group, options, context)),
  ]);
}

/** Splits a blank into boxes that fit the column: one that is slightly too wide gives one line, one twice as wide gives two. */
function typedBlankItems(span: Span, options: ItemOptions, context: TextContext): TextItem[] {
  const natural = ruleWidth(span, options.look.size, context.fonts);
  const lines = Math.max(1, Math.round(natural / options.width));
  const each = Math.ceil(span.text.length / lines);
  return Array.from({ length: lines }, (_, index) => span.text.slice(index * each, (index + 1) * each))
    .filter((text) => text !== '')
    .flatMap((text, index): TextItem[] => {
      const width = Math.min(ruleWidth({ ...span, text }, options.look.size, context.fonts), options.width);
      return [
        ...(index > 0 ? [{ kind: 'penalty', cost: 0 } as const] : []),
        { kind: 'box', width, pieces: [{ ...span, text, width }] },
      ];
    });
}

/** How much of its width each underscore overlaps the one before: fonts leave up to 16 per cent free at its sides. */
const OVERLAP = 0.17;

/** Gives the width of underscores set as one rule, in points. */
const ruleWidth = ({ face, text }: Pick<Span, 'face' | 'text'>, size: number, fonts: FontBook): number =>
  fonts.width(face, size, text) * (1 - OVERLAP);

/** Lists the offsets where a word may be hyphenated: its soft hyphens if it has any, or else by the language’s patterns. */
function hyphenationPoints(text: string, language: Language): number[] {
  if (text.includes('\u00AD'))
    return [...text.matchAll(/\u00AD/g)].map((match) => match.index).filter((at) => at > 0);
  // Characters around the letters (quotation marks, a full stop, ’s) are not part of the word.
  const found = /^[^\p{L}]*(\p{L}+)(?:[’']\p{L}{1,2})?[^\p{L}]*$/u.exec(text);
  if (!found) return [];
  const start = text.indexOf(found[1]!);
  return language.hyphenate(found[1]!).map((offset) => start + offset);
}

interface BoxWithPieces {
  readonly kind: 'box';
  readonly width: number;
  readonly pieces: readonly Piece[];
}

function boxOf(
  spans: readonly Span[],
  { look }: ItemOptions,
  { fonts }: TextContext,
): TextItem & BoxWithPieces {
  let letters = 0;
  let glyphs = 0;
  const pieces = spans.flatMap((span): Piece[] => {
    if (span.blank) return [{ ...span, width: span.blankWidth! }];
    // Invisible characters have had their effect on line breaks by now.
    const text = fonts.visible(span.face, span.text);
    if (text === '') return [];
    const size = look.size * (span.scale ?? 1);
    if (span.typedBlank) return [{ ...span, text, width: ruleWidth({ ...span, text }, size, fonts) }];
    letters += text.length;
    const width = fonts.width(span.face, size, text);
    glyphs += fonts.glyphCount(span.face, text);
    return [{ ...span, text, width }];
  });
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
  return {
    kind: 'box',
    width,
    pieces,
    stretch: letters * LETTER_STRETCH * look.size,
    // Letters next to a space do not move closer to it.
    shrink: Math.max(0, glyphs - 1) * LETTER_SHRINK * look.size,
    hangLeft: hangWidth(pieces[0], 0, look, fonts),
    hangRight: hangWidth(pieces.at(-1), -1, look, fonts),
  };
}

/** Gives how far a piece’s first or last character may hang outside the column, in points. */
export function hangWidth(piece: Piece | undefined, at: 0 | -1, look: TypeLook, fonts: FontBook): number {
  const mark = piece && !piece.blank && !piece.scale ? piece.text.at(at) : undefined;
  const share = mark === undefined ? undefined : ownValue(HANG_SHARES, mark);
  return share === undefined || (at === 0 && !/[“‘]/.test(mark!))
    ? 0
    : fonts.width(piece!.face, look.size, mark!) * share;
}

/** Puts hyphenation breaks between the parts of a word. Their widths are adjusted to add up to that of the whole, with its kerning and ligatures. */
function withHyphens(
  boxes: readonly (TextItem & BoxWithPieces)[],
  whole: BoxWithPieces,
  { face }: Span,
  { look }: ItemOptions,
  { fonts }: TextContext,
): TextItem[] {
  const width = fonts.width(face, look.size, '-');
  const hyphen = { width, hang: width * HANG_SHARES['-']! };
  const difference = boxes.reduce((sum, box) => sum + box.width, 0) - whole.width;
  return boxes.flatMap((box, index): TextItem[] => [
    ...(index > 0 ? [{ kind: 'penalty', cost: HYPHEN_COST, hyphen } as const] : []),
    { ...box, width: box.width - difference / boxes.length },
  ]);
}

/** Breaks a word that is too wide into one box per letter. */
function letterItems(word: readonly Span[], options: ItemOptions, context: TextContext): TextItem[] {
  const letters = word.flatMap((span) =>
    span.blank
      ? [{ ...span, blankWidth: Math.min(span.blankWidth!, options.width) }]
      : [...context.fonts.visible(span.face, span.text)].map((text) => ({ ...span, text })),
  );
  return letters.flatMap((letter, index): TextItem[] => [
    ...(index > 0 ? [{ kind: 'penalty', cost: 0 } as const] : []),
    boxOf([letter], options, context),
  ]);
}
