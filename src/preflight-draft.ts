import { sourceTexts } from './blocks/source-texts.ts';
import type { BuildOptions } from './build.ts';
import { createReport, type Report } from './diagnostics/report.ts';
import type { Draft } from './lay-out-draft.ts';
import type { Laid } from './pages/laid.ts';
import { readPdf } from './pdf-reading/read-pdf.ts';
import type { Expected, Finding } from './preflight/check.ts';
import { preflight } from './preflight/preflight.ts';

/**
 * Reads a finished file of a build back, and judges it by what it was made from: the draft's words and paper, and the
 * cells of its sheets. An error among the findings is reported too, so that nothing of the build is written.
 */
export async function preflightDraft(
  draft: Draft,
  laid: Laid,
  bytes: Uint8Array,
  options: Pick<BuildOptions, 'press' | 'grey'>,
  report: Report,
): Promise<Finding[]> {
  const path = `${draft.job.name}.pdf`;
  const found = createReport();
  const pdf = await readPdf(path, bytes, found);
  const findings = pdf ? preflight(pdf, expectedOf(draft, laid, options)) : [];
  for (const { code, where, message, hint } of found.diagnostics) report.add(code, where, message, hint);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    report.add(
      'preflight-failed',
      { file: path, line: 1, column: 1 },
      `Preflight found ${errors === 1 ? 'an error' : `${errors} errors`} in the finished file, so nothing was written.`,
      'What it found, and where, stands in the table.',
    );
  return findings;
}

function expectedOf(
  { paper, blocks }: Draft,
  { sides, cells, backs }: Laid,
  { press, grey }: Pick<BuildOptions, 'press' | 'grey'>,
): Expected {
  return {
    profile: press ? 'press' : grey ? 'grey' : 'school',
    size: paper,
    bleed: 0,
    ...(sides && sides !== 'one-sided' && { duplex: sides }),
    backs: backs === true,
    ...(cells && { cells }),
    copies: false,
    words: sourceTexts(blocks),
    standards: true,
  };
}
