import type { PrintListOptions } from '../../build/print-list/print-list-of.ts';
import { dayFault } from '../../diagnostics/day-text.ts';
import type { Report } from '../../diagnostics/report.ts';

/**
 * What `--pupils` and `--start` say: how many the class has, and the day on which the schedule begins.
 * @returns undefined after reporting what is wrong with it
 */
export function readClassFlags(
  flags: Record<string, unknown>,
  report: Report,
): Pick<PrintListOptions, 'pupils' | 'start'> | undefined {
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
  const fault = start === undefined ? undefined : dayFault(String(start));
  if (fault !== undefined)
    refuse(
      '--start',
      `“${String(start)}” is not a day: ${fault}.`,
      'Write year, month and day: --start 2026-09-07',
    );
  if (!isCount || fault !== undefined) return undefined;
  return {
    ...(pupils !== undefined && { pupils: Number(pupils) }),
    ...(start !== undefined && { start: String(start) }),
  };
}
