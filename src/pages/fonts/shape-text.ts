import type * as fontkit from 'fontkit';
import { IGNORABLE, withoutIgnorables } from './ignorable.ts';
import type { Face } from './open-faces.ts';
import type { ShapedWord } from './shaped-word.ts';

/** Shapes a text with fontkit, in the face’s features. */
export function shapeText({ font, features }: Face, text: string): ShapedWord {
  const run = font.layout(text, features);
  const perEm = 1000 / font.unitsPerEm;
  const advances = run.positions.map((position) => position.xAdvance * perEm);
  return {
    glyphs: run.glyphs.map((glyph) => glyph.id),
    advances,
    characters: charactersOf(text, run.glyphs),
    width: sum(advances),
  };
}

/**
 * Shapes a text that has ignorable characters in it. Joiners take part in shaping; then their glyphs are dropped, so that
 * a search for the word finds it whole.
 */
export function shapeWithJoiners(face: Face, text: string): ShapedWord {
  const { glyphs, advances, characters } = shapeText(face, visibleText(face, text));
  const kept = characters.flatMap((character, at) => (withoutIgnorables(character) === '' ? [] : [at]));
  const keptAdvances = kept.map((at) => advances[at]!);
  return {
    glyphs: kept.map((at) => glyphs[at]!),
    advances: keptAdvances,
    characters: kept.map((at) => characters[at]!),
    width: sum(keptAdvances),
  };
}

const JOINERS = /[\u200C\u200D]/;

/** A text without the characters that print nothing. Joiners that the font has are kept: they control ligatures. */
export function visibleText({ font }: Face, text: string): string {
  if (!IGNORABLE.test(text)) return text;
  return withoutIgnorables(
    text,
    (character) => JOINERS.test(character) && font.hasGlyphForCodePoint(character.codePointAt(0)!),
  );
}

/**
 * The characters that each glyph of a word represents. fontkit remembers a glyph with the characters that it first met it
 * for, so a small capital met as “A” would stay “A” where it is an “a”. Only their number is taken from fontkit. A glyph
 * that it first met as a part of another’s outline, as the e of an “é”, has no characters there, and stands for one here.
 */
function charactersOf(word: string, glyphs: readonly fontkit.Glyph[]): string[] {
  const points = [...word];
  const known = glyphs.map((glyph) => glyph.codePoints.length);
  const withoutCharacters = known.filter((count) => count === 0).length;
  const counts =
    sum(known) + withoutCharacters === points.length ? known.map((count) => Math.max(1, count)) : known;
  if (sum(counts) !== points.length)
    return glyphs.map((glyph) => glyph.codePoints.map((point) => String.fromCodePoint(point)).join(''));
  let at = 0;
  return counts.map((count) => {
    at += count;
    return points.slice(at - count, at).join('');
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
