import type { SourceIndex } from './index-source.ts';

/**
 * Whether one person stops speaking after a word of a source and another goes on with the very next word: one speech is
 * closed and another opened, with no narration between. A speech left open by a paragraph and reopened in the next is
 * still the same person's.
 * @param before the index of the word, in the source
 * @param place the index of the next word
 */
export function changesSpeaker(before: number, place: number, source: SourceIndex): boolean {
  const [from, to] = [source.speechOf[before]!, source.speechOf[place]!];
  const first = source.paragraphs[source.paragraphOf[before]!]!;
  const second = source.paragraphs[source.paragraphOf[place]!]!;
  if (first === second) return from >= 0 && to >= 0 && from !== to;
  if (isDashed(first.text) && isDashed(second.text)) return true;
  return from >= 0 && to >= 0 && !first.speech.open;
}

/** Some books begin each person's words with a dash, and use no quotation marks. */
const isDashed = (text: string) => /^\s*(?:[—–―-]|--)\s*[^\s—–―-]/.test(text);
