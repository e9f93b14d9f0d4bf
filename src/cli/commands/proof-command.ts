import { basename, dirname } from 'node:path';
import { build } from '../../build/build.ts';
import { createReport, type Report } from '../../diagnostics/report.ts';
import type { Finding } from '../../pdf/preflight/check.ts';
import { countInWords } from '../../pdf/proof/count-in-words.ts';
import { makeProof, type ProofInput } from '../../pdf/proof/make-proof.ts';
import { LARGEST_PDF } from '../../pdf/reading/read-pdf.ts';
import { readBytes } from '../files/read-bytes.ts';
import { writeFiles } from '../files/write-files.ts';
import { fileText, finish, outputOf } from '../output.ts';
import { cannotStart, openSession } from '../session.ts';

/** `studypack proof`: all pages of packs, or of PDFs, as pictures on one HTML page, with what is wrong marked on them. */
export async function proofCommand(
  paths: readonly string[],
  flags: Record<string, unknown>,
): Promise<number> {
  const report = createReport(fileText);
  const output = outputOf(flags);
  const out = String(flags['out']);
  if (!/\.html?$/i.test(out)) {
    process.stderr.write(`“${out}” is no name for a contact sheet: it has to end in .html.\n`);
    return 2;
  }
  const arePdfs = paths.length > 0 && paths.every((path) => /\.pdf$/i.test(path));
  const files = arePdfs ? readPdfs(paths, report) : await buildPdfs(paths, flags, report);
  if (files.length === 0) return finish(report, output);
  const proof = await makeProof(files, report);
  const [written] =
    proof.files > 0
      ? writeFiles(
          dirname(out),
          [{ path: basename(out), bytes: new TextEncoder().encode(proof.html) }],
          report,
        )
      : [];
  const { html: _, ...counts } = proof;
  const lost = files.length - counts.files;
  if (written !== undefined && !output.quiet && !output.json)
    process.stdout.write(
      `${written}: ${countInWords(counts.files, 'file')}, ${countInWords(counts.pages, 'page')}, ${counts.findings === 0 ? 'nothing found wrong' : `${countInWords(counts.findings, 'finding')} marked`}. ${lost > 0 ? `${countInWords(lost, 'file')} could not be shown. ` : ''}Open it in a browser.\n`,
    );
  return finish(report, output, [], { proof: { ...counts, path: written ?? null } });
}

const readPdfs = (paths: readonly string[], report: Report): ProofInput[] =>
  paths.flatMap((path) => {
    const bytes = readBytes(path, LARGEST_PDF, report);
    return bytes ? [{ path, bytes }] : [];
  });

/** What `build` would write. */
async function buildPdfs(
  packs: readonly string[],
  flags: Record<string, unknown>,
  report: Report,
): Promise<ProofInput[]> {
  const session = openSession(packs, flags, report);
  if (!session || cannotStart(session, report)) return [];
  const found = new Map<string, readonly Finding[]>();
  const onPreflight = (path: string, _pages: number, findings: readonly Finding[]) =>
    void found.set(path, findings);
  const files = await build(session.packs, session.templates, { ...session.options, onPreflight }, report);
  return files
    .filter(({ pages }) => pages !== undefined)
    .map(({ path, bytes }) => ({ path, bytes, findings: found.get(path) ?? [] }));
}
