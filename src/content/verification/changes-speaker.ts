import type { SourceIndex } from './index-source.ts';

/**
 * Whether one person stops speaking after a word of a source and another goes on with the very next word: one speech is
 * closed and another opened, with no narration between. A speech left open by a paragraph and reopened in the next is
 * still the same person's.
 * @param before the index of the word, in the source
 * @param place the index of the next word
 */
export function changesSpeaker(before: number, place: number, source: SourceIndex): boolean {
  const [voice, next] = [source.voiceOf[before], source.voiceOf[place]];
  if (voice && next) return voice !== next;
  const [from, to] = [before, place].map((word) => stretchOf(word, source));
  const first = source.paragraphs[source.paragraphOf[before]!]!;
  const second = source.paragraphs[source.paragraphOf[place]!]!;
  if (first !== second && isDashed(first.text) && isDashed(second.text)) return true;
  if (from === undefined || to === undefined) return false;
  if (first !== second) return !first.speech.open;
  // The narrator's own “dry” “calm” are nobody's speech.
  return from !== to && (source.speechOf[before]! >= 0 || source.speechOf[place]! >= 0);
}

/** Finds the stretch in marks that a word is in: speech, or a few words that may be. */
function stretchOf(word: number, source: SourceIndex) {
  const { spoken, marked } = source.paragraphs[source.paragraphOf[word]!]!.speech;
  const speech = source.speechOf[word]!;
  const { at } = source.words[word]!;
  return speech >= 0 ? spoken[speech] : marked.find(({ from, to }) => from <= at && at < to);
}

/** Some books begin each person's words with a dash, and use no quotation marks. */
const isDashed = (text: string) => /^\s*(?:[—–―-]|--)\s*[^\s—–―-]/.test(text);
