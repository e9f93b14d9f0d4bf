import { readAssessment } from '../../assessment/assessment.ts';
import { lintPack } from '../../assessment/lint/lint-pack.ts';
import { reportOfPack } from '../../build/jobs/report-of-pack.ts';
import { readPack } from '../../content/read-pack.ts';
import { createReport } from '../../diagnostics/report.ts';
import { readPackSources } from '../files/read-sources.ts';
import { closeSession, fileText, outputOf } from '../output.ts';

/** `studypack lint`: warns of flaws in how items and papers are written. */
export async function lintCommand(packs: readonly string[], flags: Record<string, unknown>): Promise<number> {
  const report = createReport(fileText);
  const output = outputOf(flags);
  const wanted = packs.map((pack) => pack.replace(/\/+$/, ''));
  let items = 0;
  for (const source of readPackSources(wanted, 'content', report)) {
    const own = reportOfPack(source, report);
    const pack = readPack(source.id, source.folder, source.content, own);
    const assessment = pack && readAssessment(pack, own);
    items += assessment?.items.length ?? 0;
    if (assessment && !own.failed()) lintPack({ pack, assessment }, own);
    report.merge(own);
  }
  const clean = report.diagnostics.length === 0;
  if (clean && !output.quiet && !output.json) process.stdout.write(`${items} items: no flaws found.\n`);
  return closeSession(report, output);
}
