import type { PrintListFile } from '../../build/print-list/print-list.ts';
import { printListFile } from '../../build/print-list/print-list-file.ts';
import type { PrintChoices } from './print-choices.ts';
import type { PrintedJob } from './print-job.ts';

/** The size of a class if nobody gives one, as in a print list. */
const PUPILS = 30;

/** How to print a file: what the print list of its pack says of it. */
export function ticketOf(
  { job, draft, pages }: NonNullable<PrintedJob['printed']>,
  { pupils, grey = false }: PrintChoices,
): PrintListFile {
  const usual = draft.pack.about.fields.pupils ?? PUPILS;
  const options = { pupils: pupils ?? usual, grey, words: draft.words };
  return printListFile({ job, name: draft.name, laid: pages }, options);
}
