import { LETTERS } from './emoji-sequence.ts';
import { withoutIgnorables } from './ignorable.ts';
import type { ShapedWord } from './shaped-word.ts';

/**
 * Shapes emoji: selectors, joiners and tags choose the picture, so that they are shaped with the rest. A picture stands for
 * all characters of its sequence, and each reads back as it was written. A sequence that the font has no picture for is
 * shown as its parts, one beside the other.
 */
export function shapeEmoji(shape: (word: string) => ShapedWord, word: string): ShapedWord {
  const parts = (word.match(LETTERS) ?? []).map((letter) => shapeSequence(shape, letter));
  return {
    glyphs: parts.flatMap(({ glyphs }) => glyphs),
    advances: parts.flatMap(({ advances }) => advances),
    characters: parts.flatMap(({ characters }) => characters),
    width: parts.reduce((sum, { width }) => sum + width, 0),
  };
}

function shapeSequence(shape: (word: string) => ShapedWord, sequence: string): ShapedWord {
  const shaped = shape(sequence);
  if (shaped.glyphs.length === 1) return { ...shaped, characters: [sequence] };
  const visible = withoutIgnorables(sequence);
  return visible === sequence ? shaped : shape(visible);
}
