import type { Pack } from '../../content/entries/entry.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Laid } from '../../pages/laid.ts';
import type { Job } from '../../templates/plan-jobs.ts';
import { dateSchedule } from './date-schedule.ts';
import type { PrintList } from './print-list.ts';
import { printListFile } from './print-list-file.ts';

/** The size of a class, where nobody says one. */
const PUPILS = 30;

/** What is known of the class and the printer, in place of what a pack says. */
export interface PrintListOptions {
  readonly pupils?: number;
  /** The day on which the schedule begins: year, month and day. */
  readonly start?: string;
  /** Whether everything is printed in black and greys. */
  readonly grey?: boolean;
}

/** What is to be printed of a pack, in the order in which it was made. */
export function printListOf(
  pack: Pack,
  printed: readonly { readonly job: Job; readonly laid: Laid }[],
  wanted: PrintListOptions,
  report: Report,
): PrintList {
  const own = pack.about.fields as { pupils?: number; start?: string };
  const pupils = wanted.pupils ?? own.pupils ?? PUPILS;
  const names = [...new Set(printed.map(({ job }) => job.product.name))];
  const products = names.map((name) => {
    const mine = printed.filter(({ job }) => job.product.name === name);
    const { title, description } = mine[0]!.job.product.settings;
    const files = mine.map(({ job, laid }) => printListFile(job, laid, pupils, wanted.grey === true));
    return { name, title, description, sheets: sum(files.map(({ total }) => total)), files };
  });
  return {
    pack: pack.id,
    title: pack.about.name,
    pupils,
    sheets: sum(products.map(({ sheets }) => sheets)),
    products,
    schedule: dateSchedule(pack, wanted.start ?? own.start, report),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
