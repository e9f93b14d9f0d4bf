import type { PackSource } from '../../build/jobs/build-options.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { gatherKinds } from '../../diagnostics/gather-kinds.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import { titleOfFile } from './texts-of.ts';

/** A finding as a page shows it. */
export interface Problem {
  readonly isError: boolean;
  readonly message: string;
  readonly hint?: string;
  /** The file of the pack that it is in; undefined if it is in none that can be edited. */
  readonly file?: string;
  /** What its place is called. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** What is found in a pack as a whole, and changes nothing on the pages of one file. */
const OF_PACK = ['file-unread', 'unprinted', 'unreferenced'];

/** What is only worth a word on the command line: every pack begins with a topic that nothing refers to. */
const HARMLESS = ['unreferenced'];

/** Leaves what somebody ought to do something about. */
export const ofPack = (findings: readonly Diagnostic[]): readonly Diagnostic[] =>
  findings.filter(({ code }) => !HARMLESS.includes(code));

/** Leaves what may concern the pages of one file. */
export const ofOneFile = (findings: readonly Diagnostic[]): readonly Diagnostic[] =>
  findings.filter(({ code }) => !OF_PACK.includes(code));

/** Gives findings as problems: errors first, in the order of the text. */
export function problemsOf(
  findings: readonly Diagnostic[],
  source: Pick<PackSource, 'content' | 'folder'> | undefined,
): Problem[] {
  const names = new Map(source?.content.map(({ path, name }) => [path, name]));
  return gatherKinds(findings)
    .map(({ code, severity, message, hint: whole, where }): Problem => {
      const file = names.get(where.file);
      const hint =
        ownValue(STUDIO_WORDS.hints, code) ?? (whole === undefined ? undefined : withoutCommands(whole));
      return {
        isError: severity === 'error',
        message,
        ...(hint !== undefined && { hint }),
        ...(file !== undefined && { file }),
        path: file === undefined ? where.file : titleOfFile(file),
        line: where.line,
        column: where.column,
      };
    })
    .sort((a, b) => Number(b.isError) - Number(a.isError));
}

/** A hint without the sentences that say what to type on a command line; undefined if it has no others. */
function withoutCommands(hint: string): string | undefined {
  const sentences = hint.split(/(?<=[.?!])\s+/);
  const kept = sentences.filter((one) => !/(?:^|[\s“`(])(?:--[a-z]|studypack [a-z])/.test(one));
  return kept.length === 0 ? undefined : kept.join(' ');
}
