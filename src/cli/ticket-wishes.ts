import { isDay } from '../content/kind.ts';
import type { Report } from '../diagnostics/report.ts';
import type { TicketWishes } from '../ticket/ticket-of.ts';

/**
 * What `--pupils` and `--start` say: how many the class has, and the day on which the schedule begins.
 * @returns undefined after reporting what is wrong with it
 */
export function ticketWishes(
  flags: Record<string, unknown>,
  report: Report,
): Pick<TicketWishes, 'pupils' | 'start'> | undefined {
  const { pupils, start } = flags;
  const refuse = (flag: string, message: string, hint: string) =>
    report.add('field-malformed', { file: flag, line: 1, column: 1 }, message, hint);
  const isCount = pupils === undefined || /^([1-9]\d{0,2}|1000)$/.test(String(pupils));
  if (!isCount)
    refuse(
      '--pupils',
      `“${String(pupils)}” is no number of pupils from 1 to 1000.`,
      'For instance: --pupils 28',
    );
  const isStart = start === undefined || isDay(String(start));
  if (!isStart) refuse('--start', `“${String(start)}” is no day.`, 'Year, month and day: --start 2026-09-07');
  if (!isCount || !isStart) return undefined;
  return {
    ...(pupils !== undefined && { pupils: Number(pupils) }),
    ...(start !== undefined && { start: String(start) }),
  };
}
