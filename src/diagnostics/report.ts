import { CODES, type Code, DEGRADABLE, type Diagnostic, type Place } from './diagnostic.ts';

/** What the stages of a run add their findings to. They carry on after adding one. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Adds a finding. The same code, place and message is kept once.
   * @param words what it is about, if that may stand some lines below `where`: the finding moves to it
   */
  add(code: Code, where: Place, message: string, hint?: string, words?: string): void;
  /** Says of a finding what was not checked because of it. Such a finding is printed before others. */
  amend(finding: Diagnostic, sentence: string): void;
  /** Whether anything found so far is an error. */
  failed(): boolean;
  /** An empty report for trying something: its findings count only if they are taken. */
  fork(): Report;
  /** Adds all that was found in another report. A finding that is known already takes over what was said of it since. */
  merge(trial: Report): void;
}

/** How many lines below the beginning of a block its words are looked for. */
const MAX_LINES_BELOW = 60;

/**
 * @param textOf the text of a file, for finding words in it
 * @param lenient whether what can be printed as well as can be is only warned of
 */
export function createReport(
  textOf: (file: string) => string | undefined = () => undefined,
  lenient = false,
): Report {
  const diagnostics: Diagnostic[] = [];
  const keyOf = ({ code, where, message }: Pick<Diagnostic, 'code' | 'where' | 'message'>) =>
    JSON.stringify([code, where.file, where.line, where.column, message]);
  const seen = new Map<string, number>();
  return {
    diagnostics,
    add(code, start, message, hint, words) {
      const where = words === undefined ? start : placeOfWords(start, words, textOf(start.file));
      const key = keyOf({ code, where, message });
      if (seen.has(key)) return;
      seen.set(key, diagnostics.length);
      const severity = lenient && DEGRADABLE.includes(code) ? 'warning' : CODES[code];
      diagnostics.push({ code, severity, message, where, ...(hint === undefined ? {} : { hint }) });
    },
    amend(finding, sentence) {
      const index = diagnostics.indexOf(finding);
      const hint = [finding.hint, sentence].filter((part) => part !== undefined).join(' ');
      if (index >= 0) diagnostics[index] = { ...finding, hint, hides: true };
    },
    failed: () => diagnostics.some((diagnostic) => diagnostic.severity === 'error'),
    fork: () => createReport(textOf, lenient),
    merge(trial) {
      for (const finding of trial.diagnostics) {
        const known = seen.get(keyOf(finding));
        if (known === undefined) {
          seen.set(keyOf(finding), diagnostics.length);
          diagnostics.push(finding);
        } else if (finding.hides) diagnostics[known] = finding;
      }
    },
  };
}

/** The first place of some words at or below another place, or that other place. */
function placeOfWords(start: Place, words: string, text: string | undefined): Place {
  const lines =
    text
      ?.replace(/\r\n?/g, '\n')
      .split('\n')
      .slice(start.line - 1, start.line - 1 + MAX_LINES_BELOW) ?? [];
  for (const [index, line] of lines.entries()) {
    const column = line.indexOf(words, index === 0 ? start.column - 1 : 0);
    if (column >= 0) return { file: start.file, line: start.line + index, column: column + 1 };
  }
  return start;
}
