import { buildPack } from '../../build/build.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { createReport } from '../../diagnostics/report.ts';
import type { Finding } from '../../pdf/preflight/check.ts';
import type { LivePack, Workspace } from './open-workspace.ts';
import type { PrintChoices } from './print-choices.ts';
import { jobNamed } from './print-job.ts';

/** A file as `build` would write it. */
interface MadePdf {
  readonly file: { readonly path: string; readonly bytes: Uint8Array } | undefined;
  /** What preflight found in it. */
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes a file as `build` does, with all its checks: the bytes are the same. `file` is undefined if it has errors. */
export async function makePdf(
  { disk, memory }: Workspace,
  pack: LivePack,
  name: string,
  choices: PrintChoices,
): Promise<MadePdf | undefined> {
  const { open } = pack.open();
  const job = open && jobNamed(open, name);
  if (!job) return undefined;
  const report = createReport();
  const findings = new Map<string, readonly Finding[]>();
  const options = {
    ...choices,
    products: [job.product.name],
    // What a file is compared with may be for another entry.
    ...(job.entry && !job.product.settings['read-back'] && { only: [job.entry.id] }),
    memory,
    fonts: disk.fonts,
    keep: false,
    onPreflight: (path: string, _: number, found: readonly Finding[]) => void findings.set(path, found),
  };
  let made: MadePdf['file'];
  for await (const file of buildPack(open.source, disk.templates, options, report))
    if (file.of === name && file.pages !== undefined) made = file;
  const { diagnostics } = report;
  if (report.failed() || !made) return { file: undefined, findings: [], diagnostics };
  return { file: made, findings: findings.get(made.path) ?? [], diagnostics };
}
