import { randomBytes } from 'node:crypto';
import { type ExportedFile, exportPack } from '../../build/exporting/export-pack.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { createReport } from '../../diagnostics/report.ts';
import type { FormatOut } from '../../exchange/out/format-out.ts';
import type { LivePack, Workspace } from './open-workspace.ts';
import type { PrintChoices } from './print-choices.ts';
import { jobNamed } from './print-job.ts';

/** What was made in another format. */
export interface MadeExport {
  readonly id: string;
  readonly files: readonly ExportedFile[];
}

/** Files in other formats, the last of them in memory. */
export interface Exports {
  /**
   * Makes what a format holds: a file of the pack, or all questions, words or texts of it.
   * @param file the name of a job, for formats of products
   */
  make(
    pack: LivePack,
    format: FormatOut,
    file: string | undefined,
    choices: PrintChoices,
  ): Promise<{ readonly made: MadeExport | undefined; readonly findings: readonly Diagnostic[] }>;
  find(id: string): MadeExport | undefined;
}

export function createExports({ disk, memory }: Workspace): Exports {
  let last: MadeExport | undefined;
  return {
    async make(pack, format, file, { impose: _, ...choices }) {
      const report = createReport();
      const { open, findings } = pack.open();
      const job = open && file !== undefined ? jobNamed(open, file) : undefined;
      if (!open || (format.exports === 'product' && !job)) return { made: undefined, findings };
      const ofProduct = job && format.exports === 'product';
      const options = {
        ...choices,
        products: ofProduct ? [job.product.name] : [],
        ...(ofProduct && job.entry && { only: [job.entry.id] }),
        memory,
        fonts: disk.fonts,
        keep: false,
      };
      const files = await exportPack(open.source, disk.templates, [format], options, report);
      const own = ofProduct ? files.filter(({ path }) => isOf(path, job.name)) : files;
      const isMade = own.length > 0 && !report.failed();
      if (isMade) last = { id: randomBytes(12).toString('base64url'), files: own };
      return { made: isMade ? last : undefined, findings: report.diagnostics };
    },
    find: (id) => (last?.id === id ? last : undefined),
  };
}

/** Whether a path is that of a job, with whatever options add to its name. */
const isOf = (path: string, name: string) => path.startsWith(`${name}.`);
