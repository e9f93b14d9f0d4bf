import type { Pack } from '../../content/entries/entry.ts';
import { WEEKDAYS } from '../../content/kinds/pack-kind.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { PrintList } from './print-list.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Gives the steps of a pack's schedule with their dates: one per week from the start, or one per lesson day. A step with
 * a fixed date moves the steps after it. Reports a date that is not later than the one before.
 * @param start year, month and day; without it, steps before the first fixed date have none
 */
export function dateSchedule(pack: Pack, start: string | undefined, report: Report): PrintList['schedule'] {
  const days = pack.about.fields['lesson-days'].map((day) => WEEKDAYS.indexOf(day));
  let last: Date | undefined;
  return pack.entries.schedule.map((entry, index) => {
    const fixed = entry.fields.date;
    const begin = index === 0 && start !== undefined ? onLessonDay(dayOf(start), days) : undefined;
    const date = fixed !== undefined ? dayOf(fixed) : last ? after(last, days) : begin;
    if (fixed !== undefined && last && date && date <= last)
      report.add(
        'schedule-backwards',
        entry.places['date'] ?? entry.at,
        `“${entry.name}” is on ${fixed}, but the step before it is on ${isoDay(last)}.`,
        'Put the steps in order of date.',
      );
    last = date ?? last;
    return {
      name: entry.name,
      date: date ? isoDay(date) : null,
      chapters: entry.fields.chapters,
    };
  });
}

const dayOf = (day: string) => new Date(`${day}T00:00:00Z`);
const isoDay = (day: Date) => day.toISOString().slice(0, 10);
const plus = (day: Date, days: number) => new Date(day.getTime() + days * DAY);

/** The day of the next step: a week later, or the next lesson day. */
const after = (day: Date, days: readonly number[]): Date =>
  days.length === 0 ? plus(day, 7) : onLessonDay(plus(day, 1), days);

/** The first lesson day on or after a day. */
function onLessonDay(day: Date, days: readonly number[]): Date {
  // getUTCDay counts from Sunday.
  const isLesson = (one: Date) => days.length === 0 || days.includes((one.getUTCDay() + 6) % 7);
  let one = day;
  while (!isLesson(one)) one = plus(one, 1);
  return one;
}
