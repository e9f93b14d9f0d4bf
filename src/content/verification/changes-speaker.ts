import type { SourceIndex } from './index-source.ts';

/**
 * Whether one person stops speaking after a word of a source and another goes on with the very next: one speech is
 * closed and another opened, with nothing told between. A speech that a paragraph leaves open, and the next takes up with
 * a mark, is one person's still.
 * @param place the word after it
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
