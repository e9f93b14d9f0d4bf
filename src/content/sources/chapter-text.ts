import type { SourceBlock } from './source-text.ts';

/** Gives what a chapter keeps of its blocks: their texts, and in a play who says each of them. */
export function chapterText(blocks: readonly SourceBlock[]): {
  paragraphs: readonly string[];
  voices?: readonly (string | undefined)[];
} {
  return {
    paragraphs: blocks.map(({ text }) => text),
    ...(blocks.some(({ voice }) => voice !== undefined) && { voices: blocks.map(({ voice }) => voice) }),
  };
}
