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
 * How much of its width a space may gain, and lose, though none gets narrower than `SMALLEST_SPACE`; the rest of a line’s
 * slack is letterspacing, in ems a letter.
 */
export const SPACE_STRETCH = 1 / 2;
const SPACE_SHRINK = 1 / 3;
export const LETTER_STRETCH = 0.015;
export const LETTER_SHRINK = 0.005;

/** The cost of a break inside a word, against a line’s badness of up to 100. */
const HYPHEN_COST = 50;
/** So does a break after a hyphen, dash or slash that is there: “thirty-” at the end of a line stops a reader, too. */
const WRITTEN_BREAK_COST = 60;

/** How much of a mark stands out of a filled-out column: small marks at its edges make the edge look ragged. */
const HANGING: Readonly<Record<string, number>> = {
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

/** What stays on the line of the word before it: a dash or dot between, a short number (“chapter 3”), an initial (“Ada B.”). */
const BOUND = /^(?:[–—…·]|\d{1,2}[.,;:!?)”’]*|\p{Lu}\.[,;:)”’]*)$/u;

/** A number after another: a long list of them, as in an index, ends its lines between any two. */
const LISTED = /[,;] *\d+[^\d]*$/;

/** A hyphen or slash that parts a word only where there is enough of it on both sides. */
const PARTS_WORD = /[\p{L}\p{N}]{2}[-\u2010/]$/u;

/**
 * Inline text as boxes, glue and penalties: words as boxes, spaces as glue, breaks by the rules of the language. A
 * word may be of several runs and faces, and is not broken between them.
 * Reports letters that no font has (they become a visible box), and words wider than the column (they are broken
 * anywhere).
 */
export function toItems(text: readonly Inline[], options: ItemOptions, setting: TextContext): TextItem[] {
  const items: TextItem[] = [];
  for (const spans of hardLines(text, options, setting)) {
    if (spans === 'break') items.push({ kind: 'penalty', cost: -Infinity });
    else append(items, lineItems(spans, options, setting));
  }
  return items;
}

/** The text between the breaks that the author asked for, and the breaks. */
function hardLines(
  text: readonly Inline[],
  options: ItemOptions,
  setting: TextContext,
): (Span[] | 'break')[] {
  const lines: (Span[] | 'break')[] = [];
  let open: Inline[] = [];
  const close = () => {
    if (open.length > 0) lines.push(toSpans(open, options, setting));
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

function lineItems(spans: readonly Span[], options: ItemOptions, setting: TextContext): TextItem[] {
  const whole = spans.map((span) => (span.blank ? 'x' : span.text)).join('');
  const items: TextItem[] = [];
  let from = 0;
  for (const to of [...wordBreaks(whole, setting.language), whole.length]) {
    const segment = whole.slice(from, to);
    const word = segment.replace(/[ \u200B]+$/, '');
    if (BOUND.test(word) && !LISTED.test(whole.slice(0, to))) holdLast(items);
    append(items, wordItems(cut(spans, from, from + word.length), options, setting));
    if (word.length < segment.length && segment.includes(' ')) {
      const space = cut(spans, from + word.length, to).find((span) => span.text.includes(' '))!;
      items.push(spaceItem({ ...space, text: ' ' }, word.at(-1) ?? '', whole[to] ?? '', options, setting));
    } else if (to < whole.length) items.push({ kind: 'penalty', cost: WRITTEN_BREAK_COST });
    from = to;
  }
  return loosened(indentedBy(items), options.width);
}

/** No-break spaces at the beginning of a line are an indent, as code has it: they are not left out like other spaces. */
function indentedBy(items: readonly TextItem[]): TextItem[] {
  const first = items.findIndex((item) => item.kind !== 'glue');
  return items.map((item, index) =>
    index < first && item.kind === 'glue' && item.kept
      ? { kind: 'box', width: item.width, pieces: item.pieces! }
      : item,
  );
}

/** What is held together but is wider than the column may be broken at its spaces after all. */
function loosened(items: readonly TextItem[], measure: number): TextItem[] {
  const loose: TextItem[] = [];
  for (let from = 0; from < items.length; ) {
    let to = from;
    let width = 0;
    for (; to < items.length && (to === from || holds(items[to]!)); to++) {
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

/** Whether a line cannot end before an item. */
const holds = (item: TextItem) => item.kind === 'box' || (item.kind === 'glue' && item.kept === true);

/** Where a line may begin: by UAX #14, but dashes stay with the word before them, and short parts with their word. */
function wordBreaks(text: string, language: Language): number[] {
  return language.breaks(text).filter((at) => {
    const before = text[at - 1]!;
    if (before === ' ' || before === '\u200B') return true;
    if (/[–—…]/.test(text[at]!) || before === '\u00AD') return false;
    return /[-\u2010/]/.test(before)
      ? PARTS_WORD.test(text.slice(Math.max(0, at - 4), at)) && /\p{L}/u.test(text[at]!)
      : true;
  });
}

/** Keeps the last space from being a break. */
function holdLast(items: TextItem[]): void {
  const last = items.at(-1);
  if (last?.kind === 'glue' && items.length > 1) items[items.length - 1] = { ...last, kept: true };
}

/** What stands between two offsets of the spans’ text. */
function cut(spans: readonly Span[], from: number, to: number): Span[] {
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

/** A word with what it may be parted at; no-break spaces in it are glue that holds. */
function wordItems(spans: readonly Span[], options: ItemOptions, setting: TextContext): TextItem[] {
  const items: TextItem[] = [];
  let word: Span[] = [];
  const close = () => {
    if (word.length > 0) append(items, solidItems(word, options, setting));
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
        items.push({ ...spaceItem({ ...span, text: part }, '', '', options, setting), kept: true });
      } else if (part !== '') word.push({ ...span, text: part });
    }
  }
  close();
  return items;
}

/** A word without spaces. What is plain is worked out once, since most words come again and again. */
function solidItems(word: readonly Span[], options: ItemOptions, setting: TextContext): TextItem[] {
  const [only] = word;
  const plain =
    word.length === 1 &&
    !only!.blank &&
    !only!.written &&
    !only!.scale &&
    !only!.run.link &&
    !only!.run.strike;
  if (!plain || !setting.words) return newItems(word, options, setting);
  const key = `${only!.face} ${options.look.size} ${options.hyphenate === true} ${only!.text}`;
  const known = setting.words.get(key);
  const width = known?.reduce((sum, item) => sum + (item.kind === 'penalty' ? 0 : item.width), 0);
  if (known && width! <= options.width) return known;
  const items = newItems(word, options, setting);
  setting.words.set(key, items);
  return items;
}

function newItems(word: readonly Span[], options: ItemOptions, setting: TextContext): TextItem[] {
  const { width: measure, at } = options;
  const text = word.map((span) => (span.blank ? '' : span.text)).join('');
  const whole = boxOf(word, options, setting);
  const tooWide = whole.width > measure + 0.001;
  if (tooWide && word.some((span) => span.written)) return blankItems(word, options, setting);
  const points =
    options.hyphenate || tooWide || text.includes('\u00AD') ? partingPoints(text, setting.language) : [];
  if (points.length === 0 && !tooWide) return [whole];

  const boxes = [0, ...points].map((from, index) =>
    boxOf(cut(word, from, points[index] ?? text.length + 1), options, setting),
  );
  if (boxes.every((box) => box.width <= measure))
    return withHyphens(boxes, whole, word[0]!, options, setting);
  const shown = word.map((span) => (span.blank ? '' : setting.fonts.visible(span.face, span.text))).join('');
  setting.report.add(
    'word-too-wide',
    word[0]!.run.at ?? at,
    `The word “${shown}” is wider than its column (${Math.ceil(whole.width)} of ${Math.max(0, Math.floor(measure))} points).`,
    'Shorten it, or break it with a hyphen.',
    shown,
  );
  return brokenAnywhere(word, options, setting);
}

/** A word with a blank in it that is wider than the column: lines may end on either side of the blank. */
function blankItems(word: readonly Span[], options: ItemOptions, setting: TextContext): TextItem[] {
  const groups: Span[][] = [];
  for (const span of word) {
    const last = groups.at(-1);
    if (last && !span.written && !last[0]!.written) last.push(span);
    else groups.push([span]);
  }
  return groups.flatMap((group, index): TextItem[] => [
    ...(index > 0 ? [{ kind: 'penalty', cost: 0 } as const] : []),
    ...(group[0]!.written ? ruleItems(group[0]!, options, setting) : newItems(group, options, setting)),
  ]);
}

/** A blank as boxes that fit the column: one that is a little wider is one line, one of two columns' width is two. */
function ruleItems(span: Span, options: ItemOptions, setting: TextContext): TextItem[] {
  const natural = ruleWidth(span, options.look.size, setting.fonts);
  const lines = Math.max(1, Math.round(natural / options.width));
  const each = Math.ceil(span.text.length / lines);
  return Array.from({ length: lines }, (_, index) => span.text.slice(index * each, (index + 1) * each))
    .filter((text) => text !== '')
    .flatMap((text, index): TextItem[] => {
      const width = Math.min(ruleWidth({ ...span, text }, options.look.size, setting.fonts), options.width);
      return [
        ...(index > 0 ? [{ kind: 'penalty', cost: 0 } as const] : []),
        { kind: 'box', width, pieces: [{ ...span, text, width }] },
      ];
    });
}

/** By what share of an underscore the next overlaps it: fonts leave up to 16 per cent of its width free at its sides. */
const OVERLAP = 0.17;

/** The width of underscores that are set as one rule. */
const ruleWidth = ({ face, text }: Pick<Span, 'face' | 'text'>, size: number, fonts: FontBook): number =>
  fonts.width(face, size, text) * (1 - OVERLAP);

/** Offsets at which a word may be parted: at its soft hyphens if it has any, else by the patterns of the language. */
function partingPoints(text: string, language: Language): number[] {
  if (text.includes('\u00AD'))
    return [...text.matchAll(/\u00AD/g)].map((match) => match.index).filter((at) => at > 0);
  // What stands around the letters (quotation marks, a full stop, ’s) is not part of the word.
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
    if (span.blank) return [{ ...span, width: span.room! }];
    // What invisible characters say of line breaks has been heard.
    const text = fonts.visible(span.face, span.text);
    if (text === '') return [];
    const size = look.size * (span.scale ?? 1);
    if (span.written) return [{ ...span, text, width: ruleWidth({ ...span, text }, size, fonts) }];
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
    // What a space is beside of comes no nearer to it.
    shrink: Math.max(0, glyphs - 1) * LETTER_SHRINK * look.size,
    hangLeft: hangOf(pieces[0], 0, look, fonts),
    hangRight: hangOf(pieces.at(-1), -1, look, fonts),
  };
}

/** How far a piece’s first or last character may stand out of the column. */
export function hangOf(piece: Piece | undefined, at: 0 | -1, look: TypeLook, fonts: FontBook): number {
  const mark = piece && !piece.blank && !piece.scale ? piece.text.at(at) : undefined;
  const share = mark === undefined ? undefined : ownValue(HANGING, mark);
  return share === undefined || (at === 0 && !/[“‘]/.test(mark!))
    ? 0
    : fonts.width(piece!.face, look.size, mark!) * share;
}

/** Parts of a word with breaks between them. Their widths are made up to that of the whole, kerning and ligatures too. */
function withHyphens(
  boxes: readonly (TextItem & BoxWithPieces)[],
  whole: BoxWithPieces,
  { face }: Span,
  { look }: ItemOptions,
  { fonts }: TextContext,
): TextItem[] {
  const width = fonts.width(face, look.size, '-');
  const hyphen = { width, hang: width * HANGING['-']! };
  const difference = boxes.reduce((sum, box) => sum + box.width, 0) - whole.width;
  return boxes.flatMap((box, index): TextItem[] => [
    ...(index > 0 ? [{ kind: 'penalty', cost: HYPHEN_COST, hyphen } as const] : []),
    { ...box, width: box.width - difference / boxes.length },
  ]);
}

/** A word that is too wide, as boxes of a letter each with breaks between them. */
function brokenAnywhere(word: readonly Span[], options: ItemOptions, setting: TextContext): TextItem[] {
  const letters = word.flatMap((span) =>
    span.blank
      ? [{ ...span, room: Math.min(span.room!, options.width) }]
      : [...setting.fonts.visible(span.face, span.text)].map((text) => ({ ...span, text })),
  );
  return letters.flatMap((letter, index): TextItem[] => [
    ...(index > 0 ? [{ kind: 'penalty', cost: 0 } as const] : []),
    boxOf([letter], options, setting),
  ]);
}
