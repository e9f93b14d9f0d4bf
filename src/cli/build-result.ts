import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { JudgedFile } from '../pdf/preflight/print-findings.ts';
import type { LeftOut } from '../templates/lacking-for.ts';
import type { WrittenFile } from './output.ts';

/** What came of a build. With `--json` it is printed as it is. */
export interface BuildResult {
  readonly packs: readonly { readonly pack: string; readonly printed: boolean; readonly unchanged?: true }[];
  readonly files: readonly WrittenFile[];
  /** Products that were left out, since a pack has too little for them. */
  readonly leftOut?: readonly (LeftOut & { readonly pack: string })[];
  /** Files that `--clean` has removed. */
  readonly removed?: readonly string[];
  /** What preflight found, if it was run. */
  readonly preflight?: readonly JudgedFile[];
  readonly diagnostics: readonly Diagnostic[];
}
