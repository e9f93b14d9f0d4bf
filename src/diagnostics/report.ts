import { CODES, type Code, DEGRADABLE, type Diagnostic, type Place } from './diagnostic.ts';

/** Collects the findings of a run. A stage goes on after adding one, so that a run finds everything. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Adds a finding. A second one with the same code, place and message is ignored.
   * @param words the words that it is about, if they may be some lines below `where`: the finding moves to them
   * @param kind what it is about, if a file may have many of them: those of one kind are shown as one. With a subject, such as
   * the name of a picture, warnings list the others, and errors are shown as one for each subject
   */
  add(
    code: Code,
    where: Place,
    message: string,
    hint?: string,
    words?: string,
    kind?: string | Subject,
  ): void;
  /** Adds to the hint of a finding what could not be checked because of it. Such findings are printed first. */
  amend(finding: Diagnostic, sentence: string): void;
  /** Whether anything found so far is an error. */
  failed(): boolean;
  /** Makes an empty report for a trial. Its findings count only if they are merged. */
  fork(): Report;
  /** Adds the findings of another report. One that is here already takes over what was added to its hint. */
  merge(trial: Report): void;
}

/** One of many things of a kind that a finding is about. */
interface Subject {
  readonly kind: string;
  readonly subject: string;
}

/** How far below the beginning of a block its words are searched for. */
const MAX_LINES_BELOW = 60;

/**
 * @param textOf gives the text of a file, to find words in it
 * @param lenient whether the codes in `DEGRADABLE` are warnings
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
    add(code, start, message, hint, words, kind) {
      const where = words === undefined ? start : placeOfWords(start, words, textOf(start.file));
      const key = keyOf({ code, where, message });
      if (seen.has(key)) return;
      seen.set(key, diagnostics.length);
      const severity = lenient && DEGRADABLE.includes(code) ? 'warning' : CODES[code];
      const more = { ...(hint !== undefined && { hint }), ...(typeof kind === 'string' ? { kind } : kind) };
      diagnostics.push({ code, severity, message, where, ...more });
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

/** The first place of some words, from `start` on; `start` if they are not found. */
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
