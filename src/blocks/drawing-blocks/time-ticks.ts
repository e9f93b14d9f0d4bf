import { scaleLinear } from 'd3-scale';
import type { Words } from '../../words/words.ts';

/** A time on a scale: its year, and what is printed there. */
export interface TimeTick {
  readonly year: number;
  readonly name: string;
}

/** How many times a scale names, about. */
const MANY = 7;
/** A scale of fewer years names months. */
const FEW_YEARS = 2;
/** Steps of months that divide a year. */
const MONTH_STEPS = [1, 2, 3, 6];
/** Before this year, calendars mean nothing. */
const EARLIEST = -10_000;

/**
 * Gives times at even steps, from one before the first event to one after the last. There are none for events of one time,
 * and for those of an age that is not counted in years.
 * @param from the year of the first event, with a fraction for its month and day
 */
export function timeTicks(from: number, to: number, words: Words): TimeTick[] {
  if (to <= from || from < EARLIEST) return [];
  if (to - from < FEW_YEARS) return monthTicks(from, to, words);
  const [one = 0, two = 1] = scaleLinear().domain([from, to]).ticks(MANY);
  const step = Math.max(1, Math.round(two - one));
  return evenly(from / step, to / step, (count) => ({
    year: count * step,
    name: yearName(count * step, words),
  }));
}

/** Makes ticks for all whole numbers from one before a number to one after another. */
const evenly = (from: number, to: number, tickAt: (count: number) => TimeTick): TimeTick[] => {
  const start = Math.floor(from);
  return Array.from({ length: Math.ceil(to) - start + 1 }, (_, index) => tickAt(start + index));
};

function monthTicks(from: number, to: number, words: Words): TimeTick[] {
  const [first, last] = [Math.floor(from * 12), Math.ceil(to * 12)];
  const step = MONTH_STEPS.find((months) => (last - first) / months <= MANY) ?? 12;
  return evenly(first / step, last / step, (count) => {
    const month = count * step;
    const year = Math.floor(month / 12);
    return { year: month / 12, name: `${words.lists.months[month - year * 12]!} ${yearName(year, words)}` };
  });
}

/** A year as it is written; of years before Christ with its era. There is no year 0. */
function yearName(year: number, { lang }: Words): string {
  if (year > 0) return String(year);
  if (year === 0) return '1';
  const date = new Date(Date.UTC(2000, 6, 1));
  date.setUTCFullYear(year + 1);
  return new Intl.DateTimeFormat(lang, { year: 'numeric', era: 'short', timeZone: 'UTC' }).format(date);
}
