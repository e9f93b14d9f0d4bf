import type * as fontkit from 'fontkit';
import type { ShapedWord } from './shaped-word.ts';

/** Shapes a text with fontkit, with some features. */
export function shapeText(font: fontkit.Font, features: string[], text: string): ShapedWord {
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
