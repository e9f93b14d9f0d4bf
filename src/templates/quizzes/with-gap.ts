/** A meaning with a gap in place of the word and its forms with up to two letters more. */
export function withGap(meaning: string, word: string): string {
  const parts = word.split(/[\s\p{Pd}]+/u).map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const pattern = new RegExp(`(?<!\\p{L})${parts.join('[\\s\\p{Pd}]+')}\\p{L}{0,2}(?!\\p{L})`, 'giu');
  return meaning.replace(pattern, '…');
}
