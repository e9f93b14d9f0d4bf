import type { Diagnostic } from './diagnostic.ts';

/**
 * Turns the findings of one kind in a file into one, at its first place, with their number. A sign that the fonts lack may
 * be in every line of a file.
 */
export function gatherKinds(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const [index, finding] of diagnostics.entries()) {
    const { code, kind, where } = finding;
    const key = kind === undefined ? String(index) : JSON.stringify([code, kind, where.file]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map((group) => {
    const first = group.reduce((one, other) => (isBefore(other, one) ? other : one));
    if (group.length === 1) return first;
    const { kind: _, ...finding } = first;
    return { ...finding, message: `${finding.message} This file has it in ${group.length} places.` };
  });
}

const isBefore = ({ where: a }: Diagnostic, { where: b }: Diagnostic) =>
  a.line < b.line || (a.line === b.line && a.column < b.column);
