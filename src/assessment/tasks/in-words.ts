import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';

/** `1 mark`, `12 marks`: with a space that no line ends at. */
export const marksInWords = (count: number, words: Words) => say(words, 'marks', { count });

/** `[12 marks]`: as marks stand beside a question. */
export const marksBeside = (count: number, words: Words) => say(words, 'marks-beside', { count });

/** `45 minutes`, `1 hour 30 minutes`. */
export function durationInWords(duration: number, words: Words): string {
  const hours = say(words, 'hours', { count: Math.floor(duration / 60) });
  const minutes = say(words, 'minutes', { count: duration % 60 });
  if (duration < 60) return minutes;
  return duration % 60 === 0 ? hours : say(words, 'hours-and-minutes', { hours, minutes });
}

/** `Source A`, `Sources A and B`, `Sources A, B and C`. */
export function sourcesInWords(letters: readonly string[], words: Words): string {
  const last = letters.at(-1) ?? '';
  if (letters.length < 2) return letters.map((letter) => say(words, 'source-letter', { letter })).join('');
  return say(words, 'source-letters', { letters: letters.slice(0, -1).join(', '), last });
}
