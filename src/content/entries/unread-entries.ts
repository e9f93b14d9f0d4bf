import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { slug } from './entry.ts';
import { headingId } from './heading-id.ts';

/**
 * Entries that are in a pack but could not be read. A reference to one of them may well be right, so it is not reported;
 * the diagnostic that explains why the entry could not be read mentions it instead.
 */
export interface UnreadEntries {
  /**
   * Records entries that could not be read.
   * @param kind undefined where it is not known
   * @param ids undefined where they are not known: any may have been among them
   */
  add(kind: string | undefined, ids: readonly string[] | undefined, cause: Diagnostic): void;
  /** Whether an entry may be among these. If so, `explain` will say that references to it were not checked. */
  excuses(kind: string, id: string): boolean;
  /** Whether nothing is recorded for a kind, or for any. */
  isEmpty(kind?: string): boolean;
  /** Whether something of this kind, or of an unknown kind, is recorded. */
  mayHold(kind: string): boolean;
  /** Adds to each cause which references were not checked because of it. */
  explain(report: Report): void;
}

export function createUnreadEntries(): UnreadEntries {
  const causes = new Map<string, Diagnostic>();
  const excused = new Map<Diagnostic, Set<string>>();
  const ANY = '*';
  return {
    add(kind = ANY, ids, cause) {
      for (const id of ids ?? [ANY]) if (!causes.has(`${kind}/${id}`)) causes.set(`${kind}/${id}`, cause);
    },
    excuses(kind, id) {
      const keys = [`${kind}/${id}`, `${kind}/${ANY}`, `${ANY}/${id}`, `${ANY}/${ANY}`];
      const cause = keys.map((key) => causes.get(key)).find((found) => found !== undefined);
      if (cause) excused.set(cause, (excused.get(cause) ?? new Set()).add(`“${id}”`));
      return cause !== undefined;
    },
    isEmpty: (kind) =>
      kind === undefined ? causes.size === 0 : ![...causes.keys()].some((key) => key.startsWith(`${kind}/`)),
    mayHold: (kind) =>
      [...causes.keys()].some((key) => key.startsWith(`${kind}/`) || key.startsWith(`${ANY}/`)),
    explain(report) {
      for (const [cause, ids] of excused) {
        const named = [...ids].slice(0, MOST_NAMED);
        const more = ids.size > MOST_NAMED ? ` and ${ids.size - MOST_NAMED} more` : '';
        report.amend(cause, `References to ${named.join(', ')}${more} were not checked.`);
      }
    },
  };
}

const MOST_NAMED = 3;

/**
 * Lists every id that a text may have been meant to define: from its file's name, its headings and its `id` fields.
 * @param stem the name of the file without its ending, where that may be an id
 * @param lang of the pack
 */
export function idsIn(text: string, stem: string | undefined, lang: string | undefined): string[] {
  const headings = [...text.matchAll(/^##?(?!#)(.*)$/gm)].map((match) => headingId(match[1]!, lang));
  const given = [...text.matchAll(/^id:\s*(\S+)\s*$/gm)].map((match) => match[1]!);
  return [...(stem === undefined ? [] : [stem, slug(stem)]), ...headings, ...given];
}
