import type { Diagnostic } from './diagnostic.ts';

/** The most subjects that a message lists besides the first. */
const MOST_LISTED = 20;

/**
 * Turns the findings of one kind in a file into one, at its first place, with their number or with a list of what they are
 * about. A sign that the fonts lack may be in every line of a file, and links to other files too.
 */
export function gatherKinds(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const [index, finding] of diagnostics.entries()) {
    const { code, kind, subject, severity, where } = finding;
    // An error has to be mended wherever it is, so errors about different things stay apart.
    const apart = severity === 'error' ? subject : undefined;
    const key = kind === undefined ? String(index) : JSON.stringify([code, kind, apart, where.file]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map((group) => {
    const first = group.reduce((one, other) => (isBefore(other, one) ? other : one));
    if (group.length === 1) return first;
    const { kind: _, subject: __, ...finding } = first;
    return { ...finding, message: [finding.message, ...others(first, group)].join(' ') };
  });
}

/** The sentences about the other findings of a kind. */
function others(first: Diagnostic, group: readonly Diagnostic[]): string[] {
  const subjects = [...new Set(group.flatMap(({ subject }) => subject ?? []))];
  const listed = subjects.filter((subject) => subject !== first.subject);
  if (listed.length === 0) return [`This file has it in ${group.length} places.`];
  const shown = listed.length > MOST_LISTED + 1 ? listed.slice(0, MOST_LISTED) : listed;
  const rest = listed.length - shown.length;
  const all = [...shown, ...(rest > 0 ? [`${rest} others`] : [])];
  const last = all.pop()!;
  const sentence = `The same applies to ${all.length > 0 ? `${all.join(', ')} and ${last}` : last}.`;
  return group.length > subjects.length ? [sentence, `That is ${group.length} places.`] : [sentence];
}

const isBefore = ({ where: a }: Diagnostic, { where: b }: Diagnostic) =>
  a.line < b.line || (a.line === b.line && a.column < b.column);
