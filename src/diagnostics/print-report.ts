import pc from 'picocolors';
import type { Diagnostic } from './diagnostic.ts';
import { gatherKinds } from './gather-kinds.ts';

interface PrintOptions {
  /** Whether to use colour. */
  readonly colour: boolean;
  /** The text of a file, to show lines of it; undefined shows none. */
  readonly textOf?: (file: string) => string | undefined;
}

/** How many findings of a code are printed for a file. More of them have one cause, and would push all others off the screen. */
const MOST_SHOWN = 100;

/**
 * Formats the findings of a run as text, each with the line it is about if the text is available. Findings that hide
 * others come first, then by file and place.
 */
export function printReport(found: readonly Diagnostic[], options: PrintOptions): string {
  const diagnostics = gatherKinds(found);
  const colours = pc.createColors(options.colour);
  const ordered = [...diagnostics].sort(
    (a, b) =>
      Number(b.hides ?? false) - Number(a.hides ?? false) ||
      compare(a.where.file, b.where.file) ||
      a.where.line - b.where.line ||
      a.where.column - b.where.column,
  );
  const lines: string[] = [];
  const counts = new Map<string, number>();
  for (const { code, severity, message, hint, where } of ordered) {
    const key = `${where.file}\n${code}`;
    const shown = (counts.get(key) ?? 0) + 1;
    counts.set(key, shown);
    if (shown > MOST_SHOWN) continue;
    const paint = severity === 'error' ? colours.red : colours.yellow;
    lines.push(
      `${colours.bold(`${where.file}:${where.line}:${where.column}`)} ${paint(severity)} ${colours.dim(code)}`,
    );
    lines.push(`  ${message}`);
    const frame = options.textOf && codeFrame(options.textOf(where.file), where.line, where.column);
    if (frame) lines.push(colours.dim(frame));
    if (hint) lines.push(`  ${colours.cyan('→')} ${hint}`);
    lines.push('');
  }
  for (const [key, found] of counts) {
    const [file, code] = key.split('\n');
    const more = found - MOST_SHOWN;
    if (more > 0) lines.push(`${file} has ${more} more of ${code}.`, '');
  }
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const warnings = diagnostics.length - errors;
  if (diagnostics.length > 0)
    lines.push([count(errors, 'error'), count(warnings, 'warning')].filter(Boolean).join(', '));
  return lines.join('\n');
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const count = (number: number, word: string) =>
  number === 0 ? '' : `${number} ${word}${number === 1 ? '' : 's'}`;

/** The line with a caret under the column; of a long line, the part around the column. */
function codeFrame(text: string | undefined, line: number, column: number): string | undefined {
  // A picture has no lines to show.
  if (text?.slice(0, 1000).match(/[\u0000\uFFFD]|^GIF8/)) return undefined;
  const source = text?.split('\n')[line - 1];
  if (source === undefined || source.trim() === '') return undefined;
  const from = Math.max(0, column - 1 - 50);
  const shown = source.slice(from, from + 100).replaceAll('\t', ' ');
  const gutter = `  ${line} | `;
  return `${gutter}${shown}\n${' '.repeat(gutter.length + column - 1 - from)}^`;
}
