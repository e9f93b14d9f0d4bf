import type { Pack } from '../../content/entries/entry.ts';
import { WEEKDAYS } from '../../content/kinds/entry-kind.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { PrintList } from './print-list.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * The steps of a pack's schedule with their days: one a week from the beginning, or one on each day of lessons. A step
 * that has a day of its own moves those after it. Reports a day that is before the last one.
 * @param start year, month and day; without it, days are known only from the first step that says one
 */
export function dateSchedule(pack: Pack, start: string | undefined, report: Report): PrintList['schedule'] {
  const lessons = (pack.about.fields['lesson-days'] ?? []) as (typeof WEEKDAYS)[number][];
  const days = lessons.map((day) => WEEKDAYS.indexOf(day));
  let last: Date | undefined;
  return (pack.entries['schedule'] ?? []).map((entry, index) => {
    const own = entry.fields['date'] as string | undefined;
    const begin = index === 0 && start !== undefined ? onLessonDay(dayOf(start), days) : undefined;
    const date = own !== undefined ? dayOf(own) : last ? after(last, days) : begin;
    if (own !== undefined && last && date && date <= last)
      report.add(
        'schedule-backwards',
        entry.places['date'] ?? entry.at,
        `“${entry.name}” is on ${own}, and the step before it on ${written(last)}.`,
        'Steps stand in the order of their days.',
      );
    last = date ?? last;
    return {
      name: entry.name,
      date: date ? written(date) : null,
      chapters: (entry.fields['chapters'] ?? []) as string[],
    };
  });
}

const dayOf = (day: string) => new Date(`${day}T00:00:00Z`);
const written = (day: Date) => day.toISOString().slice(0, 10);
const plus = (day: Date, days: number) => new Date(day.getTime() + days * DAY);

/** The next step: a week later, or on the next day of lessons. */
const after = (day: Date, days: readonly number[]): Date =>
  days.length === 0 ? plus(day, 7) : onLessonDay(plus(day, 1), days);

/** That day, or the first one after it that has a lesson. */
function onLessonDay(day: Date, days: readonly number[]): Date {
  // getUTCDay counts from Sunday.
  const isLesson = (one: Date) => days.length === 0 || days.includes((one.getUTCDay() + 6) % 7);
  let one = day;
  while (!isLesson(one)) one = plus(one, 1);
  return one;
}
