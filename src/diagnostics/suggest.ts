import { distance } from 'fastest-levenshtein';

/**
 * Gives the candidate that `word` was probably meant to be, or undefined if none is near: at most two letters differ, or a
 * third of a longer word. Words of one or two letters have to match: A3 is not a typing error for a4.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = word.length <= 2 ? 0 : Math.max(2, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}

/**
 * A hint for an unknown word: the nearest candidate, or the whole list if it is short enough to read.
 * @param longest how many candidates are still short enough
 */
export function suggest(word: string, candidates: readonly string[], longest = 12): string | undefined {
  const near = nearest(word, candidates);
  if (near !== undefined) return `Did you mean “${near}”?`;
  if (candidates.length === 0 || candidates.length > longest) return undefined;
  return `Available: ${candidates.join(', ')}.`;
}
