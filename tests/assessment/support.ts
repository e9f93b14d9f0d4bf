import { type Assessment, readAssessment } from '../../src/assessment/assessment.ts';
import type { ExamPack } from '../../src/assessment/tasks/exam-pack.ts';
import { ENTRY_KINDS } from '../../src/build/jobs/entry-kinds.ts';
import { readPack } from '../../src/content/read-pack.ts';
import { createReport, type Report } from '../../src/diagnostics/report.ts';

const PACK = '---\ntitle: Light\nlang: en-GB\ndate: 2026-01-01\n---\n\nText.\n';

/** What a pack of these files asks. */
export function assessmentOf(files: Readonly<Record<string, string>>): {
  pack: ExamPack;
  assessment: Assessment;
  report: Report;
} {
  const report = createReport();
  const all = Object.entries({ 'pack.md': PACK, ...files });
  const pack = readPack(
    't',
    't',
    all.map(([name, text]) => ({ path: name, name, text })),
    ENTRY_KINDS,
    report,
  )!;
  return { pack, assessment: readAssessment(pack, report), report };
}
