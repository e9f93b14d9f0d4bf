import type { ShapedWord } from './shaped-word.ts';

/** The kerning of a simple pair, in thousandths of an em; undefined for a pair that is not simple. */
type Kerning = number | undefined;

/**
 * Makes a faster shaper from one that shapes whole words. It remembers the glyph and advance of each letter and the kerning
 * of each pair, since there are far fewer pairs than words. A word with any other kind of pair (a ligature, a letter that
 * changes its form) is shaped whole. The result is the same; a test compares all words of the packs.
 * @param shapeWhole the font’s shaper
 */
export function shapeByPairs(shapeWhole: (text: string) => ShapedWord): (word: string) => ShapedWord {
  const letters = new Map<string, ShapedWord>();
  const pairs = new Map<string, Kerning>();

  const letter = (character: string): ShapedWord => {
    let known = letters.get(character);
    if (!known) {
      known = shapeWhole(character);
      letters.set(character, known);
    }
    return known;
  };

  const kerning = (first: string, second: string): Kerning => {
    const pair = first + second;
    if (pairs.has(pair)) return pairs.get(pair);
    const found = kerningOf(shapeWhole(pair), letter(first), letter(second));
    pairs.set(pair, found);
    return found;
  };

  return (word) => {
    const characters = [...word];
    const glyphs: number[] = [];
    const advances: number[] = [];
    for (const [index, character] of characters.entries()) {
      const shaped = letter(character);
      const next = characters[index + 1];
      const kern = next === undefined ? 0 : kerning(character, next);
      if (kern === undefined || shaped.glyphs.length !== 1) return shapeWhole(word);
      glyphs.push(shaped.glyphs[0]!);
      advances.push(shaped.advances[0]! + kern);
    }
    return { glyphs, advances, characters, width: advances.reduce((sum, advance) => sum + advance, 0) };
  };
}

/** The kerning of a pair if its glyphs are those of its two letters side by side. */
function kerningOf(pair: ShapedWord, first: ShapedWord, second: ShapedWord): Kerning {
  const simple =
    pair.glyphs.length === 2 &&
    pair.glyphs[0] === first.glyphs[0] &&
    pair.glyphs[1] === second.glyphs[0] &&
    Math.abs(pair.advances[1]! - second.advances[0]!) < 0.001;
  return simple ? pair.advances[0]! - first.advances[0]! : undefined;
}
