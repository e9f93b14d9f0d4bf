import { countFindings, type JudgedFile, printFindings } from '../../pdf/preflight/print-findings.ts';
import type { Output } from '../output.ts';

/** Prints what was found in finished files, and how much; what is wrong on standard error. */
export function showFindings(files: readonly JudgedFile[], output: Output): void {
  const table = printFindings(files, process.stderr.isTTY === true);
  if (table) process.stderr.write(`${table}\n`);
  if (!output.quiet) process.stdout.write(`${countFindings(files)}\n`);
}
