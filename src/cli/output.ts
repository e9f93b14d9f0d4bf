import { readFileSync } from 'node:fs';
import { largest } from '../diagnostics/collections/largest.ts';
import { gatherKinds } from '../diagnostics/gather-kinds.ts';
import { printReport } from '../diagnostics/print-report.ts';
import type { Report } from '../diagnostics/report.ts';

/** What a command prints, and in which form. */
export interface Output {
  /** Whether only errors and warnings are shown. */
  readonly quiet: boolean;
  /** Whether the only output is one JSON object on standard output. */
  readonly json: boolean;
  /** Prints text for people: nothing with `--quiet` or `--json`. */
  say(text: string): void;
}

export const createOutput = ({ quiet, json }: { quiet: boolean; json: boolean }): Output => ({
  quiet,
  json,
  say: (text) => {
    if (!quiet && !json) process.stdout.write(text);
  },
});

/** A PDF that was written. */
export interface WrittenFile {
  readonly path: string;
  readonly pages: number;
  readonly bytes: number;
}

/**
 * Prints the files that were written and the findings.
 * @param data what else a command found out, for `--json`
 * @returns the exit code
 */
export function finish(
  report: Report,
  output: Output,
  files: readonly WrittenFile[] = [],
  data: Readonly<Record<string, unknown>> = {},
): number {
  if (output.json) {
    const written = { ...data, files, diagnostics: gatherKinds(report.diagnostics) };
    process.stdout.write(`${JSON.stringify(written, null, 2)}\n`);
    return report.failed() ? 1 : 0;
  }
  if (files.length > 0) output.say(table(files));
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
