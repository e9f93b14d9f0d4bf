/** `1 mark`, `12 marks`: with a space that no line ends at. */
export const marksInWords = (marks: number) => `${marks}\u00A0${marks === 1 ? 'mark' : 'marks'}`;

/** `45 minutes`, `1 hour 30 minutes`. */
export function durationInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [
    ...(hours > 0 ? [`${hours}\u00A0${hours === 1 ? 'hour' : 'hours'}`] : []),
    ...(rest > 0 ? [`${rest}\u00A0minutes`] : []),
  ].join(' ');
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A small number in words. */
export const numberInWords = (number: number) => WORDS[number] ?? String(number);

/** `Source A`, `Sources A and B`, `Sources A, B and C`. */
export function sourcesInWords(letters: readonly string[]): string {
  if (letters.length < 2) return letters.map((letter) => `Source\u00A0${letter}`).join('');
  return `Sources\u00A0${letters.slice(0, -1).join(', ')} and ${letters.at(-1)}`;
}
