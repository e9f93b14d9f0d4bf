import { countFindings, type JudgedFile, printFindings } from '../../pdf/preflight/print-findings.ts';
import type { Output } from '../output.ts';

/** Prints the findings in finished files on standard error, and their number on standard output. */
export function showFindings(files: readonly JudgedFile[], output: Output): void {
  const table = printFindings(files, process.stderr.isTTY === true);
  if (table) process.stderr.write(`${table}\n`);
  if (!output.quiet) process.stdout.write(`${countFindings(files)}\n`);
}
