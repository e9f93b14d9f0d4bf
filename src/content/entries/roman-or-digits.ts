import { ownValue } from '../../diagnostics/collections/own-value.ts';

/** Reads a number in digits or in Roman numerals (capitals). */
export function romanOrDigits(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  return /^(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(word) ? roman(word) : undefined;
}

function roman(word: string): number {
  const values = [...word].map((letter) => ownValue({ I: 1, V: 5, X: 10, L: 50, C: 100 }, letter) ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
