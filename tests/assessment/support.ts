import { type Assessment, readAssessment } from '../../src/assessment/assessment.ts';
import type { Pack } from '../../src/content/entries/entry.ts';
import { readPack } from '../../src/content/read-pack.ts';
import { createReport, type Report } from '../../src/diagnostics/report.ts';

const PACK = '---\ntitle: Light\nlang: en-GB\ndate: 2026-01-01\n---\n\nText.\n';

/** What a pack of these files asks. */
export function assessmentOf(files: Readonly<Record<string, string>>): {
  pack: Pack;
  assessment: Assessment;
  report: Report;
} {
  const report = createReport();
  const all = Object.entries({ 'pack.md': PACK, ...files });
  const pack = readPack(
    't',
    't',
    all.map(([name, text]) => ({ path: name, name, text })),
    report,
  )!;
  return { pack, assessment: readAssessment(pack, report), report };
}
