import { readFileSync } from 'node:fs';
import { largest } from '../diagnostics/collections/largest.ts';
import { printReport } from '../diagnostics/print-report.ts';
import type { Report } from '../diagnostics/report.ts';

/** How a command speaks. */
export interface Output {
  /** Nothing but problems. */
  readonly quiet: boolean;
  /** One JSON object on standard output, and nothing else. */
  readonly json: boolean;
}

export const outputOf = (flags: Record<string, unknown>): Output => ({
  quiet: flags['quiet'] === true,
  json: flags['json'] === true,
});

/** A PDF that was written. */
interface WrittenFile {
  readonly path: string;
  readonly pages: number;
  readonly bytes: number;
}

/**
 * Says what was written and what was found.
 * @param more what a command says besides, as JSON
 * @returns the exit code
 */
export function finish(
  report: Report,
  output: Output,
  files: readonly WrittenFile[] = [],
  more: Readonly<Record<string, unknown>> = {},
): number {
  if (output.json) {
    const written = { ...more, files, diagnostics: report.diagnostics };
    process.stdout.write(`${JSON.stringify(written, null, 2)}\n`);
    return report.failed() ? 1 : 0;
  }
  if (!output.quiet && files.length > 0) process.stdout.write(table(files));
  if (report.diagnostics.length > 0) {
    const colour = process.stderr.isTTY === true;
    process.stderr.write(
      `${printReport(report.diagnostics, { colour, ...(colour && { textOf: fileText }) })}\n`,
    );
  }
  return report.failed() ? 1 : 0;
}

/** File, pages and size, in columns. */
function table(files: readonly WrittenFile[]): string {
  const rows = files.map(({ path, pages, bytes }) => [
    path,
    `${pages} ${pages === 1 ? 'page' : 'pages'}`,
    `${Math.ceil(bytes / 1024)} kB`,
  ]);
  const widths = [0, 1, 2].map((column) => largest(rows.map((row) => row[column]!.length)));
  return rows
    .map(
      ([path, pages, size]) =>
        `${path!.padEnd(widths[0]!)}  ${pages!.padStart(widths[1]!)}  ${size!.padStart(widths[2]!)}\n`,
    )
    .join('');
}

/** The text of a file that a diagnostic names, if it can be read. */
export function fileText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
