import { type BoundedCache, createBoundedCache } from '../../diagnostics/collections/bounded-cache.ts';
import { EMOJI_FACE } from './font-fallback.ts';
import { IGNORABLE } from './ignorable.ts';
import type { Face, Faces } from './open-faces.ts';
import type { GlyphRun } from './opentype/glyph-run.ts';
import { shapeEmoji } from './shape-emoji.ts';
import { shapeJoiners } from './shape-joiners.ts';
import { type ShapedText, shapedText } from './shaped-text.ts';
import type { ShapedWord } from './shaped-word.ts';
import { MIN_SPACE } from './space-in-line.ts';

/** Shapes text word by word, each word of a face once. */
interface WordShaper {
  shapeText(face: string, text: string): ShapedText;
  /** A space between two characters, kerned with both; either may be empty. */
  shapeSpace(face: string, before: string, after: string): ShapedWord;
  /** Keeps a text whose words and spaces are shaped already, for whoever asks for it next. */
  keepText(face: string, text: string, shaped: ShapedText): void;
}

/** A face with its shaper, and the words and spaces shaped so far. */
interface ShapedFace {
  readonly face: Face;
  readonly shape: (word: string) => ShapedWord;
  readonly isEmoji: boolean;
  readonly words: Map<string, ShapedWord>;
  readonly spaces: Map<number, ShapedWord>;
  /** Texts of several words: a line is measured, spaced, and painted. */
  readonly lines: BoundedCache<ShapedText>;
}

/** The most lines kept of a face, and the most words: more than any book has, and fewer than are typed in a long day. */
const MOST_LINES = 10_000;
const MOST_WORDS = 50_000;

export function createWordShaper(faces: Faces): WordShaper {
  const shapedFaces = new Map<string, ShapedFace>();
  const shapedFace = (name: string): ShapedFace => {
    const known = shapedFaces.get(name);
    if (known) return known;
    const face = faces.open(name);
    const shape = face.font.shaper(face.features);
    const lines = createBoundedCache<ShapedText>(MOST_LINES);
    const isEmoji = name === EMOJI_FACE;
    const made = { face, shape, isEmoji, words: new Map(), spaces: new Map(), lines };
    shapedFaces.set(name, made);
    return made;
  };

  return {
    shapeText(name, text) {
      const face = shapedFace(name);
      if (!text.includes(' ')) return shapedText(shapeParts(face, text));
      let shaped = face.lines.get(text);
      if (!shaped) {
        shaped = shapedText(shapeLine(face, text));
        face.lines.set(text, shaped);
      }
      return shaped;
    },
    shapeSpace: (name, before, after) => shapeSpace(shapedFace(name), before, after),
    keepText: (name, text, shaped) => shapedFace(name).lines.set(text, shaped),
  };
}

/** Shapes a line. Most are painted with a space after what was measured. */
function shapeLine(face: ShapedFace, text: string): ShapedWord[] {
  const known = text.endsWith(' ') ? face.lines.get(text.slice(0, -1)) : undefined;
  return known ? [...known.parts, shapeSpace(face, neighbour(text.at(-2)), '')] : shapeParts(face, text);
}

function shapeParts(face: ShapedFace, text: string): ShapedWord[] {
  const parts: ShapedWord[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    const ends = character === undefined || isSpace(character) || character === '\u00AD';
    if (!ends) continue;
    if (at > from) parts.push(shapeWord(face, text.slice(from, at)));
    // A soft hyphen is still in the text only where a line ends at it, and is drawn as a hyphen.
    if (character === '\u00AD') parts.push(shapedWord(shapeWord(face, '-'), { softHyphen: true }));
    else if (character !== undefined)
      parts.push(shapeSpace(face, neighbour(text[at - 1]), neighbour(text[at + 1])));
    from = at + 1;
  }
  return parts;
}

function shapeWord({ face, shape, isEmoji, words }: ShapedFace, word: string): ShapedWord {
  const known = words.get(word);
  if (known) return known;
  const run = isEmoji
    ? shapeEmoji(shape, word)
    : IGNORABLE.test(word)
      ? shapeJoiners(face.font, shape, word)
      : shape(word);
  const shaped = shapedWord(run);
  if (words.size >= MOST_WORDS) words.clear();
  words.set(word, shaped);
  return shaped;
}

function shapeSpace(face: ShapedFace, before: string, after: string): ShapedWord {
  const key = codeOf(before) * 65536 + codeOf(after);
  const known = face.spaces.get(key);
  if (known) return known;
  const plain = shapeWord(face, ' ');
  const kerned =
    before === '' && after === ''
      ? plain.width
      : shapeWord(face, `${before} ${after}`).width -
        (before === '' ? 0 : shapeWord(face, before).width) -
        (after === '' ? 0 : shapeWord(face, after).width);
  const advance = Math.max(kerned, MIN_SPACE * 1000);
  const space = shapedWord({ ...plain, advances: [advance], width: advance }, { space: true });
  face.spaces.set(key, space);
  return space;
}

/** Makes a word. All have the same fields in the same order, which V8 reads fastest: each is read in many lines. */
const shapedWord = (
  { glyphs, advances, characters, width }: GlyphRun,
  { space = false, softHyphen = false } = {},
): ShapedWord => ({ glyphs, advances, characters, width, space, softHyphen });

const codeOf = (character: string) => (character === '' ? 0 : character.charCodeAt(0));

const isSpace = (character: string) => character === ' ' || character === '\u00A0';

/** The character beside a space; '' for another space, or the end of the text. */
const neighbour = (character: string | undefined) =>
  character === undefined || isSpace(character) ? '' : character;
