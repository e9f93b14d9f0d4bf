import { describe, expect, it } from 'vitest';
import { dayFault } from '../../src/diagnostics/day-text.ts';

describe('a day', () => {
  it.each(['2026-11-28', '2028-02-29', '2000-02-29', '1900-01-01', '2999-12-31', '2026-04-30'])(
    'that there is: %s',
    (written) => expect(dayFault(written)).toBeUndefined(),
  );

  it.each([
    ['2026-28-11', 'there is no month 28'],
    ['2026-00-11', 'there is no month 0'],
    ['2026-02-30', 'there is no 30 February'],
    ['2026-04-31', 'there is no 31 April'],
    ['2026-01-00', 'there is no 0 January'],
    ['2026-02-29', 'there is no 29 February in 2026'],
    ['2100-02-29', 'there is no 29 February in 2100'],
    ['0202-11-28', 'expected a year from 1900 to 2999'],
    ['9999-12-31', 'expected a year from 1900 to 2999'],
    ['28.11.2026', 'expected a date'],
    ['2026-11-1', 'expected a date'],
    ['2026-11-28T00:00', 'expected a date'],
    ['', 'expected a date'],
  ])('that there is not: %s', (written, fault) => expect(dayFault(written)).toBe(fault));

  it('is the same as the calendar of the machine says, for every day of two years', () => {
    for (let time = Date.UTC(2027, 0); time < Date.UTC(2029, 0); time += 86_400_000)
      expect(dayFault(new Date(time).toISOString().slice(0, 10))).toBeUndefined();
  });
});
