import * as z from 'zod';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTHS = [
  ['January', 31],
  ['February', 29],
  ['March', 31],
  ['April', 30],
  ['May', 31],
  ['June', 30],
  ['July', 31],
  ['August', 31],
  ['September', 30],
  ['October', 31],
  ['November', 30],
  ['December', 31],
] as const;
/** A year outside these is a typing error. Weeks added to a date never lead to a year of five digits. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

/** Gives what is wrong with a date such as 2026-11-01, in a few words; undefined if the date exists. */
export function dayFault(written: string): string | undefined {
  const [, year = 0, month = 0, day = 0] = (DAY.exec(written) ?? []).map(Number);
  if (!DAY.test(written)) return 'expected a date';
  if (year < FIRST_YEAR || year > LAST_YEAR) return `expected a year from ${FIRST_YEAR} to ${LAST_YEAR}`;
  const [name, days] = MONTHS[month - 1] ?? [];
  if (name === undefined || days === undefined) return `there is no month ${month}`;
  if (day < 1 || day > days) return `there is no ${day} ${name}`;
  // The only date left to check is 29 February.
  const exists = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  return exists ? undefined : `there is no ${day} ${name} in ${year}`;
}

/** A field that holds a date: year, month and day. */
export const dayText = (description = 'year, month and day') =>
  z
    .string()
    .regex(DAY, { error: 'expected a date', abort: true })
    .superRefine((written, context) => {
      const fault = dayFault(written);
      if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
    })
    .meta({ description, examples: ['2026-11-01'] });
