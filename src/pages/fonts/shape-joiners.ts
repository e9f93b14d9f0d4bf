import { IGNORABLE, withoutIgnorables } from './ignorable.ts';
import type { PrintFont } from './print-font.ts';
import type { ShapedWord } from './shaped-word.ts';

/**
 * Shapes a text that has ignorable characters in it. Joiners take part in shaping; then their glyphs are dropped, so that
 * a search for the word finds it whole.
 */
export function shapeJoiners(font: PrintFont, shape: (word: string) => ShapedWord, text: string): ShapedWord {
  const { glyphs, advances, characters } = shape(visibleText(font, text));
  const kept = characters.flatMap((character, at) => (withoutIgnorables(character) === '' ? [] : [at]));
  const keptAdvances = kept.map((at) => advances[at]!);
  return {
    glyphs: kept.map((at) => glyphs[at]!),
    advances: keptAdvances,
    characters: kept.map((at) => characters[at]!),
    width: keptAdvances.reduce((sum, advance) => sum + advance, 0),
  };
}

const JOINERS = /[\u200C\u200D]/;

/** A text without the characters that print nothing. Joiners that the font has are kept: they control ligatures. */
export function visibleText(font: PrintFont, text: string): string {
  if (!IGNORABLE.test(text)) return text;
  return withoutIgnorables(
    text,
    (character) => JOINERS.test(character) && font.hasCharacter(character.codePointAt(0)!),
  );
}
