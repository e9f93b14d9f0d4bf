import { IGNORABLE } from './ignorable.ts';
import type { Face, Faces } from './open-faces.ts';
import { shapeByPairs } from './shape-by-pairs.ts';
import { shapeText, shapeWithJoiners } from './shape-text.ts';
import type { ShapedWord } from './shaped-word.ts';
import { MIN_SPACE } from './space-in-line.ts';

/** Shapes text word by word, each word of a face once. */
interface WordShaper {
  /** A text in glyphs, word by word and space by space. */
  shapeParts(face: string, text: string): ShapedWord[];
  /** A space between two characters, kerned with both; either may be empty. */
  shapeSpace(face: string, before: string, after: string): ShapedWord;
}

/** A face with its shaper, and the words and spaces shaped so far. */
interface ShapedFace {
  readonly face: Face;
  readonly shape: (word: string) => ShapedWord;
  readonly words: Map<string, ShapedWord>;
  readonly spaces: Map<string, ShapedWord>;
}

export function createWordShaper(faces: Faces): WordShaper {
  const shapedFaces = new Map<string, ShapedFace>();
  const shapedFace = (name: string): ShapedFace => {
    const known = shapedFaces.get(name);
    if (known) return known;
    const face = faces.open(name);
    const shape = shapeByPairs((text) => shapeText(face, text));
    const made = { face, shape, words: new Map(), spaces: new Map() };
    shapedFaces.set(name, made);
    return made;
  };

  /** The last text: setting a line asks for its width, its glyphs and its shapes in turn. */
  let last: { name: string; text: string; parts: ShapedWord[] } | undefined;
  return {
    shapeParts(name, text) {
      if (last?.text === text && last.name === name) return last.parts;
      const parts = shapeParts(shapedFace(name), text);
      last = { name, text, parts };
      return parts;
    },
    shapeSpace: (name, before, after) => shapeSpace(shapedFace(name), before, after),
  };
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
    if (character === '\u00AD') parts.push({ ...shapeWord(face, '-'), softHyphen: true });
    else if (character !== undefined)
      parts.push(shapeSpace(face, neighbour(text[at - 1]), neighbour(text[at + 1])));
    from = at + 1;
  }
  return parts;
}

function shapeWord({ face, shape, words }: ShapedFace, word: string): ShapedWord {
  const known = words.get(word);
  if (known) return known;
  const shaped = IGNORABLE.test(word) ? shapeWithJoiners(face, word) : shape(word);
  words.set(word, shaped);
  return shaped;
}

function shapeSpace(face: ShapedFace, before: string, after: string): ShapedWord {
  const key = `${before} ${after}`;
  const known = face.spaces.get(key);
  if (known) return known;
  const plain = shapeWord(face, ' ');
  const kerned =
    before === '' && after === ''
      ? plain.width
      : shapeWord(face, key).width -
        (before === '' ? 0 : shapeWord(face, before).width) -
        (after === '' ? 0 : shapeWord(face, after).width);
  const advance = Math.max(kerned, MIN_SPACE * 1000);
  const space: ShapedWord = { ...plain, advances: [advance], width: advance, space: true };
  face.spaces.set(key, space);
  return space;
}

const isSpace = (character: string) => character === ' ' || character === '\u00A0';

/** The character beside a space; '' for another space, or the end of the text. */
const neighbour = (character: string | undefined) =>
  character === undefined || isSpace(character) ? '' : character;
