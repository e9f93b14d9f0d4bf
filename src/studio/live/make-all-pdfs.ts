import { buildPack } from '../../build/build.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { createReport } from '../../diagnostics/report.ts';
import { type ZippedFile, zipFiles } from '../../exchange/archives/zip-files.ts';
import type { LivePack, Workspace } from './open-workspace.ts';

/** All PDFs of a pack in one file; undefined if something in it has to be fixed first. */
interface AllPdfs {
  readonly zip: Uint8Array | undefined;
  readonly findings: readonly Diagnostic[];
}

/** Makes all PDFs of a pack as `build` does, with all its checks, and puts them into a zip. */
export async function makeAllPdfs({ disk, memory }: Workspace, pack: LivePack): Promise<AllPdfs> {
  const { open, findings } = pack.open();
  if (!open) return { zip: undefined, findings };
  const report = createReport();
  const files: ZippedFile[] = [];
  const options = { products: [], memory, fonts: disk.fonts, keep: false };
  // What is beside a PDF is for other programs.
  for await (const { path, bytes, pages } of buildPack(open.source, disk.templates, options, report))
    if (pages !== undefined) files.push({ path, bytes, isStored: true });
  const zip = report.failed() || files.length === 0 ? undefined : zipFiles(files);
  return { zip, findings: report.diagnostics };
}
