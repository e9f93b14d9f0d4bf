/** The percentages that Moodle takes for one of several right options, by how many there are. It refuses all others. */
const SHARES = [
  '100',
  '50',
  '33.33333',
  '25',
  '20',
  '16.66667',
  '14.28571',
  '12.5',
  '11.11111',
  '10',
] as const;

/** The share of the marks, in per cent, for one of so many right options; undefined if Moodle has none. */
export const moodleFraction = (count: number): string | undefined => SHARES[count - 1];
