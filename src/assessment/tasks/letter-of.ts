/** The letter of an option by its place: `A` to `Z`, then `AA`, `AB` … */
export const letterOf = (place: number): string =>
  (place < 26 ? '' : letterOf(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));
