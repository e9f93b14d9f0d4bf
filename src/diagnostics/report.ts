import { CODES, type Code, type Diagnostic, type Place } from './diagnostic.ts';

/** What the stages of a run add their findings to. They carry on after adding one. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  /** Adds a finding. The same code, place and message is kept once. */
  add(code: Code, where: Place, message: string, hint?: string): void;
  /** Whether anything found so far is an error. */
  failed(): boolean;
}

export function createReport(): Report {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  return {
    diagnostics,
    add(code, where, message, hint) {
      const key = JSON.stringify([code, where.file, where.line, where.column, message]);
      if (seen.has(key)) return;
      seen.add(key);
      const severity = CODES[code];
      diagnostics.push({ code, severity, message, where, ...(hint === undefined ? {} : { hint }) });
    },
    failed: () => diagnostics.some((diagnostic) => diagnostic.severity === 'error'),
  };
}
