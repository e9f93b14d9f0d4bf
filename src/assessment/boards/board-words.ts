import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Words } from '../../words/words.ts';
import type { ExamBoard } from './board.ts';

/**
 * The words of a pack as a board says them; its own words if there is no board.
 * @param own the keys of words that the pack itself changes: these win
 */
export function boardWords(words: Words, board: ExamBoard | undefined, own: readonly string[]): Words {
  if (!board || Object.keys(board.words).length === 0) return words;
  const said = <Said>(all: Readonly<Record<string, Said>>) =>
    Object.fromEntries(
      Object.entries(all).map(([key, value]) => [
        key,
        own.includes(key) ? value : (ownValue<unknown>(board.words, key) ?? value),
      ]),
    );
  return {
    ...words,
    phrases: said(words.phrases) as Words['phrases'],
    lists: said(words.lists) as Words['lists'],
  };
}
