/** A change that makes one text of another. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Gives the shortest single change that makes a text of another; undefined if they are the same. */
export function leastChange(old: string, text: string): Change | undefined {
  if (old === text) return undefined;
  const most = Math.min(old.length, text.length);
  let from = 0;
  while (from < most && old[from] === text[from]) from++;
  let end = 0;
  while (end < most - from && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
  return { from, to: old.length - end, insert: text.slice(from, text.length - end) };
}
