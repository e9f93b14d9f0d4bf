import type { Report } from '../../diagnostics/report.ts';
import { type ReadPdf, readPdf } from '../../pdf/reading/read-pdf.ts';
import { isReadBack } from '../../templates/readers.ts';
import { allPhrases } from '../../words/say.ts';
import type { PackDraft } from '../jobs/draft.ts';
import { NO_MEMORY, type Stage, type StageMemory } from '../memory/stage-memory.ts';
import { checkFinished, type Finished } from './check-finished.ts';

/** Reads files back as they are finished. Import it only by `import()`, since it loads a PDF library. */
export interface Reader {
  /** Reads a finished file. @returns undefined after reporting that it cannot be read */
  read(draft: PackDraft, bytes: Uint8Array): Promise<ReadPdf | undefined>;
  /** Compares all files that were read with their sources and with one another. */
  compare(): void;
}

const READ: Stage<ReadPdf | undefined> = { name: 'read', most: 500, weigh: (pdf) => pdf?.pages.length ?? 1 };

/** @param partials texts that templates share and may print */
export function openReader(
  partials: readonly { readonly text: string }[],
  report: Report,
  memory: StageMemory = NO_MEMORY,
): Reader {
  const finished: Finished[] = [];
  return {
    async read(draft, bytes) {
      const path = `${draft.name}.pdf`;
      const key = memory.hash(path, memory.hashBytes(bytes));
      const read = (found: Report) => readPdf(path, bytes, found);
      const pdf = await memory.recallLater(READ, key, read, report, path);
      if (pdf && isReadBack(draft.job)) finished.push({ draft, pdf });
      return pdf;
    },
    compare() {
      const printed = [
        ...new Set(finished.map(({ draft }) => draft.job.product.template)),
        ...partials.map(({ text }) => text),
        ...[...new Set(finished.map(({ draft }) => draft.words))].flatMap(allPhrases),
      ];
      for (const id of new Set(finished.map(({ draft }) => draft.pack.id)))
        checkFinished(
          finished.filter(({ draft }) => draft.pack.id === id),
          printed,
          report,
        );
    },
  };
}
