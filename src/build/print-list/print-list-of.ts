import type { Pack } from '../../content/entries/entry.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Words } from '../../words/words.ts';
import { dateSchedule } from './date-schedule.ts';
import type { PrintList } from './print-list.ts';
import { type PrintedFile, printListFile } from './print-list-file.ts';

/** The size of a class if neither the pack nor the command gives one. */
const PUPILS = 30;

/** The class and the printer, in place of what a pack says. */
export interface PrintListOptions {
  readonly pupils?: number;
  /** The first day of the schedule: year, month and day. */
  readonly start?: string;
  /** Whether everything is printed in black and greys. */
  readonly grey?: boolean;
}

/** Gives the print list of a pack, in the order in which its files were made. */
export function printListOf(
  pack: Pack,
  printed: readonly PrintedFile[],
  options: PrintListOptions,
  words: Words,
  report: Report,
): PrintList {
  const about = pack.about.fields;
  const pupils = options.pupils ?? about.pupils ?? PUPILS;
  const names = [...new Set(printed.map(({ job }) => job.product.name))];
  const products = names.map((name) => {
    const ofProduct = printed.filter(({ job }) => job.product.name === name);
    const { title, description } = ofProduct[0]!.job.product.settings;
    const files = ofProduct.map((file) =>
      printListFile(file, { pupils, grey: options.grey === true, words }),
    );
    return { name, title, description, sheets: sum(files.map(({ total }) => total)), files };
  });
  return {
    pack: pack.id,
    title: pack.about.name,
    pupils,
    sheets: sum(products.map(({ sheets }) => sheets)),
    products,
    schedule: dateSchedule(pack, options.start ?? about.start, report),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
