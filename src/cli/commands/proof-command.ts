import { basename, dirname } from 'node:path';
import * as z from 'zod';
import { build } from '../../build/build.ts';
import { countInWords } from '../../diagnostics/count-in-words.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Finding } from '../../pdf/preflight/check.ts';
import { makeProof, type ProofInput } from '../../pdf/proof/make-proof.ts';
import { LARGEST_PDF } from '../../pdf/reading/read-pdf.ts';
import { command } from '../command.ts';
import { readBytes } from '../files/reading/read-bytes.ts';
import { writeFiles } from '../files/writing/write-files.ts';
import { convertedFlag, Refusal } from '../flags.ts';
import { cannotStart, withOnly } from '../inputs.ts';
import { imposeFlag, onlyFlag, PRODUCT_FLAGS } from '../print-flags.ts';
import { openSession, type Session } from '../session.ts';

const htmlFlag = convertedFlag(
  { value: 'file', short: 'o', help: 'HTML page to write, to open in a browser' },
  (written): string | Refusal =>
    /\.html?$/i.test(written) ? written : new Refusal('The name of the HTML page must end in .html.'),
).default('output/proof.html');

/** `studypack proof`: shows all pages of packs or PDFs as pictures on one HTML page, with findings marked on them. */
export const proofCommand = command({
  arguments: '[...packs]',
  flags: z.object({ ...PRODUCT_FLAGS, only: onlyFlag, impose: imposeFlag, out: htmlFlag }),
  examples: ['proof never-let-me-go --product exam-paper', 'proof worksheet.pdf --out worksheet.html'],
  async run({ packs: paths }, flags, { report, output, finish }) {
    const arePdfs = paths.length > 0 && paths.every((path) => /\.pdf$/i.test(path));
    const opened = arePdfs ? undefined : openSession(paths, flags, report);
    const session = opened && !cannotStart(opened, report) ? await withOnly(opened, report) : undefined;
    const files = arePdfs
      ? readPdfs(paths, report)
      : session && !cannotStart(session, report)
        ? await buildPdfs(session, report)
        : [];
    if (files.length === 0) return finish();
    const { html, ...counts } = await makeProof(files, report);
    const page = { path: basename(flags.out), bytes: new TextEncoder().encode(html) };
    const [written] = counts.files > 0 ? writeFiles(dirname(flags.out), [page], report) : [];
    const lost = files.length - counts.files;
    const findings =
      counts.findings === 0 ? 'no problems found' : `${countInWords(counts.findings, 'problem')} marked`;
    const notShown = lost > 0 ? `${countInWords(lost, 'file')} could not be shown. ` : '';
    if (written !== undefined)
      output.say(
        `${written}: ${countInWords(counts.files, 'file')}, ${countInWords(counts.pages, 'page')}, ${findings}. ${notShown}Open it in a browser.\n`,
      );
    return finish([], { proof: { ...counts, path: written ?? null } });
  },
});

const readPdfs = (paths: readonly string[], report: Report): ProofInput[] =>
  paths.flatMap((path) => {
    const bytes = readBytes(path, LARGEST_PDF, report);
    return bytes ? [{ path, bytes }] : [];
  });

/** Makes the PDFs that `build` would write, with their findings. */
async function buildPdfs({ packs, templates, options }: Session, report: Report): Promise<ProofInput[]> {
  const found = new Map<string, readonly Finding[]>();
  const onPreflight = (path: string, _pages: number, findings: readonly Finding[]) =>
    void found.set(path, findings);
  const files = await build(packs, templates, { ...options, onPreflight }, report);
  return files
    .filter(({ pages }) => pages !== undefined)
    .map(({ path, bytes }) => ({ path, bytes, findings: found.get(path) ?? [] }));
}
