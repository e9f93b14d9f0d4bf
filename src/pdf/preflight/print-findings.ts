import pc from 'picocolors';
import { largest } from '../../diagnostics/collections/largest.ts';
import { mm } from '../../pages/length.ts';
import type { Finding } from './check.ts';

/** What was found in one file. */
export interface JudgedFile {
  readonly path: string;
  readonly pages: number;
  readonly findings: readonly Finding[];
}

/** Gives a place in words: millimetres from the left and from the top. */
export function placeOnPage({ page, box }: Finding): string {
  if (page === undefined) return 'whole file';
  const at = (points: number) => Math.round(points / mm(1));
  return box ? `page ${page}, ${at(box.x)} mm across, ${at(box.y)} mm down` : `page ${page}`;
}

/** Prints findings as a table, file by file: where, how bad, which check, what, and what to do. */
export function printFindings(files: readonly JudgedFile[], colour: boolean): string {
  const colours = pc.createColors(colour);
  const lines: string[] = [];
  for (const { path, findings } of files) {
    if (findings.length === 0) continue;
    lines.push(colours.bold(path));
    const places = findings.map(placeOnPage);
    const widths = {
      place: largest(places.map(({ length }) => length)),
      check: largest(findings.map(({ check }) => check.length)),
    };
    findings.forEach(({ check, severity, message, hint, text }, index) => {
      const paint = severity === 'error' ? colours.red : colours.yellow;
      const margin = ' '.repeat(widths.place + widths.check + 15);
      lines.push(
        `  ${places[index]!.padEnd(widths.place)}  ${paint(severity.padEnd(7))}  ${colours.dim(check.padEnd(widths.check))}  ${message}`,
      );
      if (text && !message.includes(text)) lines.push(`${margin}“${text}”`);
      if (hint) lines.push(`${margin}${colours.cyan('→')} ${hint}`);
    });
    lines.push('');
  }
  return lines.join('\n');
}

/** Gives the number of errors and warnings in words. */
export function countFindings(files: readonly JudgedFile[]): string {
  const all = files.flatMap(({ findings }) => findings);
  const sum = (some: readonly Finding[]) =>
    some.reduce((total, { count: represented = 1 }) => total + represented, 0);
  const errors = sum(all.filter(({ severity }) => severity === 'error'));
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const pages = files.reduce((sum, file) => sum + file.pages, 0);
  const found =
    all.length === 0
      ? 'no problems found'
      : [errors > 0 && count(errors, 'error'), sum(all) > errors && count(sum(all) - errors, 'warning')]
          .filter(Boolean)
          .join(', ');
  return `Preflight of ${count(files.length, 'file')}, ${count(pages, 'page')}: ${found}.`;
}
