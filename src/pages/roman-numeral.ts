const STEPS = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/** Writes a whole number above 0 in small Roman numerals: `xiv`. Thousands are repeated, however many there are. */
export function romanNumeral(number: number): string {
  let rest = number;
  let text = '';
  for (const [step, letters] of STEPS) for (; rest >= step; rest -= step) text += letters;
  return text;
}
