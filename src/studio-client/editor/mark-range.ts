import type { Text } from '@codemirror/state';
import type { EditorMark } from './editor-mark.ts';

/**
 * Gives what a mark is drawn below: the word at its place, or else its line. A mark of a text that is shorter now is at its
 * end.
 */
export function markRange(text: Text, { line, column }: EditorMark): { from: number; to: number } {
  const here = text.line(Math.min(Math.max(1, line), text.lines));
  const at = Math.min(Math.max(0, column - 1), here.length);
  const word = /^\S+/.exec(here.text.slice(at));
  return word
    ? { from: here.from + at, to: here.from + at + word[0].length }
    : { from: here.from, to: here.to };
}
