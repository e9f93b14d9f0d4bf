import { append } from '../../diagnostics/collections/append.ts';
import { LETTERS } from '../../pages/fonts/emoji-sequence.ts';
import { findLanguage } from '../language/find-language.ts';
import type { Language } from '../language/language.ts';
import { type BoxWithPieces, boxItem, ruleWidth } from './box-item.ts';
import { HANG_SHARES } from './hang-width.ts';
import { penalty } from './items.ts';
import { jointsOf, lastJointsOf } from './joints.ts';
import { faceItems, type ItemContext, isPlain, PLAIN_RUN } from './known-items.ts';
import { pieceOf } from './piece-of.ts';
import { sliceSpans } from './slice-spans.ts';
import { spaceItem } from './space-item.ts';
import type { ItemOptions, Piece, Span, TextContext, TextItem } from './text-context.ts';

/** The cost of a break inside a word, against a line’s badness of up to 100. */
const HYPHEN_COST = 50;
/** The cost of a break at a joint of a token that is wider than its column: as after any hyphen or slash. */
const JOINT_COST = 60;

/** How much of a word a message shows: data that was pasted as text may be one word. */
const MOST_SHOWN = 60;

/** Gives the items of a word, with its possible hyphens; no-break spaces in it become kept glue. */
export function wordItems(
  spans: readonly Span[],
  options: ItemOptions,
  context: ItemContext,
): readonly TextItem[] {
  if (spans.length === 1 && !spans[0]!.text.includes('\u00A0')) return itemsOf(spans, options, context);
  const items: TextItem[] = [];
  let word: Span[] = [];
  const close = () => {
    if (word.length > 0) append(items, itemsOf(word, options, context));
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

/** Gives the items of a word without spaces. Those of plain words are made once, since most words occur many times. */
function itemsOf(word: readonly Span[], options: ItemOptions, context: ItemContext): readonly TextItem[] {
  const [only] = word;
  if (word.length !== 1 || !isPlain(only!)) return newItems(word, options, context);
  const { words } = faceItems(only!, options, context);
  const known = words.get(only!.text);
  if (known && known.width <= options.width) return known.items;
  const items = newItems(word, options, context);
  const width = items.reduce((sum, item) => sum + (item.kind === 'penalty' ? 0 : item.width), 0);
  // What is wider than its column is broken, or reported, where it is.
  if (width <= options.width)
    words.set(only!.text, { items: withPlainRun(items), width, stays: staysWithPrevious(only!.text) });
  return items;
}

/**
 * What stays on the same line as the word before it: a dash or dot, a short number (“chapter 3”), an initial (“Ada
 * B.”).
 */
const STAYS_WITH_PREVIOUS = /^(?:[–—…·]|\d{1,2}[.,;:!?)”’]*|\p{Lu}\.[,;:)”’]*)$/u;

/** Whether a word stays on the same line as the word before it. */
export const staysWithPrevious = (word: string): boolean => STAYS_WITH_PREVIOUS.test(word);

const withPlainRun = (items: readonly TextItem[]): TextItem[] =>
  items.map((item) => {
    if (!item.pieces) return item;
    const { pieces, whole } = item;
    const plainWhole = whole && { ...whole, pieces: inPlainRun(whole.pieces) };
    return { ...item, pieces: inPlainRun(pieces), whole: plainWhole };
  });

const inPlainRun = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece) => ({ ...piece, run: PLAIN_RUN }));

function newItems(word: readonly Span[], options: ItemOptions, context: TextContext): TextItem[] {
  const { width: measure, at } = options;
  const text = word.map((span) => (span.blank ? '' : span.text)).join('');
  const whole = boxItem(word, options, context);
  const tooWide = whole.width > measure + 0.001;
  if (tooWide && word.some((span) => span.typedBlank)) return blankItems(word, options, context);
  const joints = tooWide ? jointsOf(tokenOf(word)) : [];
  if (joints.length > 0) return partsItems(word, joints, options, context);
  const points =
    // Keys and blanks are not hyphenated.
    !word.some((span) => span.blank) && (options.hyphenate || tooWide || text.includes('\u00AD'))
      ? hyphenationPoints(text, languageOf(word, context))
      : [];
  if (points.length === 0 && !tooWide) return [whole];

  const boxes = [0, ...points].map((from, index) =>
    boxItem(sliceSpans(word, from, points[index] ?? text.length + 1), options, context),
  );
  if (boxes.every((box) => box.width <= measure))
    return withHyphens(boxes, whole, word[0]!, options, context);
  const shown = word.map((span) => (span.blank ? '' : context.fonts.visible(span.face, span.text))).join('');
  const lastJoints = lastJointsOf(tokenOf(word));
  if (lastJoints.length > 0) return partsItems(word, lastJoints, options, context);
  const named = shown.length > MOST_SHOWN ? `${shown.slice(0, MOST_SHOWN)}…` : shown;
  context.report.add(
    'word-too-wide',
    word[0]!.run.at ?? at,
    `The word “${named}” is too wide for its column (${Math.ceil(whole.width)} points; the column has ${Math.max(0, Math.floor(measure))}).`,
    'Shorten it, or break it with a hyphen.',
    shown,
    { kind: 'word', subject: `“${named}”` },
  );
  return letterItems(word, options, context);
}

/** The language that a word is hyphenated in: its own, or that of the text; marks around it may belong to the text. */
function languageOf(word: readonly Span[], { language }: TextContext): Language {
  const tag = word.find(({ run }) => run.lang !== undefined)?.run.lang;
  return tag === undefined ? language : findLanguage(tag);
}

/** The text of a token, in which each blank is one sign, as for `sliceSpans`. */
const tokenOf = (word: readonly Span[]) => word.map((span) => (span.blank ? '\uFFFC' : span.text)).join('');

/** Lets lines end at the joints of a token that is wider than the column. */
function partsItems(
  word: readonly Span[],
  joints: readonly number[],
  options: ItemOptions,
  context: TextContext,
): TextItem[] {
  const token = tokenOf(word);
  return [0, ...joints].flatMap((from, index): TextItem[] => [
    ...(index > 0 ? [{ kind: 'penalty', cost: JOINT_COST } as const] : []),
    ...newItems(sliceSpans(word, from, joints[index] ?? token.length), options, context),
  ]);
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
    ...(index > 0 ? [penalty(0)] : []),
    ...(group[0]!.typedBlank
      ? typedBlankItems(group[0]!, options, context)
      : newItems(group, options, context)),
  ]);
}

/**
 * Splits a blank into boxes that fit the column: one that is slightly too wide gives one line, one twice as wide
 * gives two.
 */
function typedBlankItems(span: Span, options: ItemOptions, context: TextContext): TextItem[] {
  const natural = ruleWidth(span, options.look.size, context.fonts);
  const lines = Math.max(1, Math.round(natural / options.width));
  const each = Math.ceil(span.text.length / lines);
  return Array.from({ length: lines }, (_, index) => span.text.slice(index * each, (index + 1) * each))
    .filter((text) => text !== '')
    .flatMap((text, index): TextItem[] => {
      const width = Math.min(ruleWidth({ ...span, text }, options.look.size, context.fonts), options.width);
      return [
        ...(index > 0 ? [penalty(0)] : []),
        { kind: 'box', width, pieces: [pieceOf(span, text, width)] },
      ];
    });
}

/**
 * Lists the offsets where a word may be hyphenated: its soft hyphens if it has any, or else by the language’s
 * patterns.
 */
function hyphenationPoints(text: string, language: Language): number[] {
  if (text.includes('\u00AD'))
    return [...text.matchAll(/\u00AD/g)].map((match) => match.index).filter((at) => at > 0);
  // Characters around the letters (quotation marks, a full stop, ’s) are not part of the word.
  const found = /^[^\p{L}]*(\p{L}+)(?:[’']\p{L}{1,2})?[^\p{L}]*$/u.exec(text);
  if (!found) return [];
  const start = text.indexOf(found[1]!);
  return language.hyphenate(found[1]!).map((offset) => start + offset);
}

/**
 * Puts hyphenation breaks between the parts of a word. Their widths are adjusted to add up to that of the whole, with
 * its kerning and ligatures.
 */
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
  const items = 2 * boxes.length - 1;
  return boxes.flatMap((box, index): TextItem[] => [
    ...(index > 0 ? [penalty(HYPHEN_COST, hyphen)] : []),
    {
      ...box,
      width: box.width - difference / boxes.length,
      whole: index === 0 ? { pieces: whole.pieces, items } : undefined,
    },
  ]);
}

/** Breaks a word that is too wide into one box per letter. */
function letterItems(word: readonly Span[], options: ItemOptions, context: TextContext): TextItem[] {
  const letters = word.flatMap((span) =>
    span.blank
      ? [{ ...span, blankWidth: Math.min(span.blankWidth!, options.width) }]
      : (context.fonts.visible(span.face, span.text).match(LETTERS) ?? []).map((text) => ({ ...span, text })),
  );
  return letters.flatMap((letter, index): TextItem[] => [
    ...(index > 0 ? [penalty(0)] : []),
    boxItem([letter], options, context),
  ]);
}
