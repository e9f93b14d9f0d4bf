import { createReport, type Report } from '../diagnostics/report.ts';
import { fileText, finish, type Output, type WrittenFile } from './output.ts';

/** One run of a command: where its findings go, and how it ends. */
export interface Run {
  readonly report: Report;
  readonly output: Output;
  /**
   * Prints the files that were written and the findings.
   * @param data what else the command found out, for `--json`
   * @returns the exit code
   */
  finish(files?: readonly WrittenFile[], data?: Readonly<Record<string, unknown>>): number;
}

/** @param isLenient whether problems that still let a file be printed are only warnings */
export function startRun(output: Output, isLenient = false): Run {
  const report = createReport(fileText, isLenient);
  return { report, output, finish: (files, data) => finish(report, output, files, data) };
}
