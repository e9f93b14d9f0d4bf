import { join } from 'node:path';
import * as z from 'zod';
import { build } from '../../build/build.ts';
import type { EntryMemory } from '../../content/read-pack.ts';
import type { Finding } from '../../pdf/preflight/check.ts';
import type { JudgedFile } from '../../pdf/preflight/print-findings.ts';
import { command } from '../command.ts';
import { writeFiles } from '../files/write-files.ts';
import { switchFlag } from '../flags.ts';
import { CLASS_FLAGS, outFlag, PRINTER_FLAGS, PRODUCT_FLAGS } from '../print-flags.ts';
import type { Run } from '../run.ts';
import { cannotStart, openSession } from '../session.ts';
import { showFindings } from './show-findings.ts';
import { startProgress } from './start-progress.ts';

const flags = z.object({
  ...PRODUCT_FLAGS,
  ...PRINTER_FLAGS,
  out: outFlag('Folder for the PDFs'),
  preflight: switchFlag('Check each finished PDF; if one has an error, write no files for that pack'),
  ...CLASS_FLAGS,
  keep: switchFlag('Keep the intermediate files next to each PDF: pack, filled template, blocks, pages'),
});

/** `studypack build`: prints packs and lists the files that it wrote. */
export const buildCommand = command({
  arguments: '[...packs]',
  flags,
  examples: [
    'build',
    'build never-let-me-go --product quote-cards --paper letter',
    'build never-let-me-go --pupils 28 --preflight',
  ],
  run: ({ packs }, options, run) => buildPacks(packs, options, run),
});

/**
 * Builds packs.
 * @param memory what earlier builds in this process read
 * @returns the exit code
 */
export async function buildPacks(
  packs: readonly string[],
  options: z.output<typeof flags>,
  { report, output, finish }: Run,
  memory: EntryMemory = new Map(),
): Promise<number> {
  const { out, preflight } = options;
  const session = openSession(packs, options, report);
  if (!session || cannotStart(session, report)) return finish();

  const progress = startProgress(output);
  const judged: JudgedFile[] = [];
  const onPreflight = (path: string, pages: number, findings: readonly Finding[]) =>
    judged.push({ path: join(out, path), pages, findings });
  const outcomes: PackOutcome[] = [];
  const onPack = (pack: string, printed: boolean) => void outcomes.push({ pack, printed });
  const more = { memory, onProgress: progress.onProgress, onPack, ...(preflight && { onPreflight }) };
  const files = await build(session.packs, session.templates, { ...session.options, ...more }, report);
  progress.stop();
  const written = writeFiles(out, files, report);
  const pdfs = files.flatMap(({ pages, bytes }, index) => {
    const path = written[index];
    return pages === undefined || path === undefined ? [] : [{ path, pages, bytes: bytes.length }];
  });
  const code = finish(pdfs, { packs: outcomes, ...(judged.length > 0 && { preflight: judged }) });
  if (judged.length > 0 && !output.json) showFindings(judged, output);
  if (written.length > 0 && !output.json) reportLeftOut(outcomes);
  return code;
}

/** Whether a pack was printed. */
interface PackOutcome {
  readonly pack: string;
  readonly printed: boolean;
}

/** Says which packs were printed and which were not, if it is not the same for all. */
function reportLeftOut(outcomes: readonly PackOutcome[]): void {
  const names = (isPrinted: boolean) =>
    outcomes.flatMap(({ pack, printed }) => (printed === isPrinted ? [pack] : [])).join(', ');
  if (names(true) && names(false))
    process.stderr.write(
      `Printed: ${names(true)}. Not printed, because of the errors above: ${names(false)}.\n`,
    );
}
