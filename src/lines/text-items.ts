import type { Inline, TextRun } from '../blocks/block.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/report.ts';
import type { FontBook } from '../fonts/font-book.ts';
import type { Item } from './break-lines.ts';
import { faceOf, type TypeLook } from './type-look.ts';

/** A piece of a word in one face, or a rule to write on. */
export interface Piece {
  readonly face: string;
  readonly text: string;
  readonly width: number;
  readonly run: TextRun;
  /** For a rule to write on: whether it goes on to the end of the line. */
  readonly blank?: 'fixed' | 'rest';
}

/** What reading text into items takes from around it. */
export interface TextSetting {
  readonly fonts: FontBook;
  readonly report: Report;
}

/** A word's pieces, or the space between words. */
export type TextItem = Item & { readonly pieces?: readonly Piece[] };

/** Characters after which a line may end inside a word. */
export const BREAK_AFTER = /[-\u2010\u2013\u2014/]/;

/** Zero-width space and joiners, soft hyphen, byte-order mark. */
const INVISIBLE = new Set(['\u200B', '\u200C', '\u200D', '\u00AD', '\u2060', '\uFEFF']);

/** Stands for a letter that no font has. */
const REPLACEMENT = '\u25A1';
const FALLBACK_REPLACEMENT = '?';
/** The least room for a rule that goes on to the end of the line, in points. */
const SHORTEST_BLANK = 24;

/**
 * Inline text as boxes, glue and penalties: words as boxes, spaces as glue. A word may be of several runs and faces,
 * and is not broken between them.
 * Reports letters that no font has (they become a visible box), and words wider than the column (they are broken
 * anywhere).
 */
export function toItems(
  text: readonly Inline[],
  { look, at, width: measure }: { look: TypeLook; at: Place; width: number },
  setting: TextSetting,
): TextItem[] {
  const { fonts, report } = setting;
  const items: TextItem[] = [];
  let word: Piece[] = [];

  const endWord = () => {
    if (word.length === 0) return;
    const width = sumOf(word);
    if (width > measure + 0.001) {
      const shown = word.map((piece) => piece.text).join('');
      report.add(
        'word-too-wide',
        word[0]!.run.at ?? at,
        `The word “${shown}” is wider than its column (${Math.ceil(width)} of ${Math.floor(measure)} points).`,
        'Shorten it, or break it with a hyphen.',
        word[0]!.text,
      );
      items.push(...brokenAnywhere(word, measure, look, setting));
    } else items.push({ kind: 'box', width, pieces: word });
    word = [];
  };

  for (const inline of text) {
    if (inline.kind === 'break') {
      endWord();
      items.push({ kind: 'penalty', cost: -Infinity });
      continue;
    }
    if (inline.kind === 'blank') {
      const width = inline.width === 'rest' ? SHORTEST_BLANK : inline.width;
      const run: TextRun = { kind: 'text', text: '' };
      word.push({
        face: faceOf(look, {}),
        text: '',
        width,
        run,
        blank: inline.width === 'rest' ? 'rest' : 'fixed',
      });
      continue;
    }
    const face = faceOf(look, inline);
    for (const part of coverable(inline, face, at, setting).split(/([ \t\n\r]+)/)) {
      if (part === '') continue;
      if (/^[ \t\n\r]/.test(part)) {
        endWord();
        const width = fonts.width(face, look.size, ' ');
        items.push({ kind: 'glue', width, pieces: [{ face, text: ' ', width, run: inline }] });
        continue;
      }
      for (const run of fonts.runs(face, part))
        for (const bit of run.text.split(/(?<=[\p{L}\p{N}]{2}[-\u2010\u2014/])(?=\p{L})/u)) {
          if (word.length > 0 && bit !== run.text && BREAK_AFTER.test(word.at(-1)!.text.slice(-1))) {
            endWord();
            items.push({ kind: 'penalty', cost: 0 });
          }
          word.push({ face: run.face, text: bit, width: fonts.width(run.face, look.size, bit), run: inline });
        }
    }
  }
  endWord();
  return bindSmall(items);
}

const sumOf = (pieces: readonly Piece[]) => pieces.reduce((sum, piece) => sum + piece.width, 0);

/** The text with a visible box for each letter that no font has; each is reported. */
function coverable(inline: TextRun, face: string, at: Place, { fonts, report }: TextSetting): string {
  let { text } = inline;
  for (const character of fonts.lacking(face, text.replace(/\s/g, ' '))) {
    if (INVISIBLE.has(character)) {
      // Invisible by nature: what it says of line breaks is not taken up, and nothing is lost on paper.
      text = text.replaceAll(character, '');
      continue;
    }
    report.add(
      'glyph-missing',
      inline.at ?? at,
      `No font has the letter “${character}” (${codePoint(character)}).`,
      'Replace it by one that the fonts have.',
      character,
    );
    text = text.replaceAll(
      character,
      fonts.lacking(face, REPLACEMENT).length > 0 ? FALLBACK_REPLACEMENT : REPLACEMENT,
    );
  }
  return text;
}

/** A word that is too wide, as boxes of a letter each with breaks between them. */
function brokenAnywhere(
  word: readonly Piece[],
  measure: number,
  look: TypeLook,
  { fonts }: TextSetting,
): TextItem[] {
  const letters = word.flatMap((piece) =>
    piece.blank
      ? [{ ...piece, width: Math.min(piece.width, measure) }]
      : [...piece.text].map((text) => ({ ...piece, text, width: fonts.width(piece.face, look.size, text) })),
  );
  return letters.flatMap((piece, index): TextItem[] => [
    ...(index > 0 ? [{ kind: 'penalty', cost: 0 } as const] : []),
    { kind: 'box', width: piece.width, pieces: [piece] },
  ]);
}

/** What stays on the line of the word before it: a dash, a short number (“chapter 3”), an initial (“Ada B.”). */
const BOUND = /^(?:[–—…]|\d{1,2}[.,;:!?)”’]*|\p{Lu}\.[,;:)”’]*)$/u;

function bindSmall(items: readonly TextItem[]): TextItem[] {
  return items.flatMap((item, index) => {
    const next = items[index + 1]?.pieces?.map((piece) => piece.text).join('') ?? '';
    return item.kind === 'glue' && BOUND.test(next) && items[index - 1]?.kind === 'box'
      ? [{ kind: 'box', width: item.width, pieces: item.pieces! }]
      : [item];
  });
}

const codePoint = (character: string) =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
