import { say } from './say.ts';
import type { Words } from './words.ts';

/** Writes `2026-09-07` as Mon 7 September 2026, whatever the time zone. */
export function dayInWords(day: string, words: Words): string {
  const date = new Date(`${day}T00:00:00Z`);
  const { weekdays, months } = words.lists;
  return say(words, 'day', {
    weekday: weekdays[date.getUTCDay()]!,
    day: date.getUTCDate() === 1 ? say(words, 'first-day') : date.getUTCDate(),
    month: months[date.getUTCMonth()]!,
    year: date.getUTCFullYear(),
  });
}
