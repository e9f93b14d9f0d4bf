import type { Report } from '../../diagnostics/report.ts';
import type { Laid } from '../../pages/laid.ts';
import { isInGrey, type Job } from '../../templates/plan-jobs.ts';
import { isReadBack } from '../../templates/readers.ts';
import type { BuildOptions } from '../jobs/build-options.ts';
import type { PackDraft } from '../jobs/draft.ts';

/** Reads finished files of a pack back: those that have to be compared and, for preflight, all. */
interface BuildReader {
  /** Reads a finished file, if it has to be read. */
  read(draft: PackDraft, pages: Laid, bytes: Uint8Array): Promise<void>;
  /** Compares the files that were read with their sources and with one another. */
  compare(): void;
}

/** A reader for files that need not be read. */
const NO_READER: BuildReader = { read: async () => undefined, compare: () => undefined };

/**
 * Opens a reader for the files of a pack. It loads the PDF library only if one of them is read.
 * @param partials texts that templates share and may print
 */
export async function readerForBuild(
  drafts: readonly PackDraft[],
  partials: readonly { readonly text: string }[],
  options: BuildOptions,
  report: Report,
): Promise<BuildReader> {
  const { onPreflight } = options;
  if (!onPreflight && !drafts.some(({ job }) => isReadBack(job))) return NO_READER;
  const { openReader } = await import('./open-reader.ts');
  const { read, compare } = openReader(partials, report, options.memory);
  if (!onPreflight)
    return {
      compare,
      async read(draft, _, bytes) {
        if (isReadBack(draft.job)) await read(draft, bytes);
      },
    };
  const { preflightDraft } = await import('./preflight-draft.ts');
  const inksOf = (job: Job) => ({ ...options, grey: options.grey || isInGrey(job) });
  return {
    compare,
    async read(draft, pages, bytes) {
      const pdf = await read(draft, bytes);
      if (pdf)
        onPreflight(
          `${draft.name}.pdf`,
          pages.pages.length,
          preflightDraft(draft, pages, pdf, inksOf(draft.job), report),
        );
    },
  };
}
