import { readAssessment } from '../../assessment/assessment.ts';
import { lintPack } from '../../assessment/lint/lint-pack.ts';
import { ENTRY_KINDS } from '../../build/jobs/entry-kinds.ts';
import { reportOfPack } from '../../build/jobs/report-of-pack.ts';
import { readPack } from '../../content/read-pack.ts';
import { createReport } from '../../diagnostics/report.ts';
import { readPackSources } from '../files/read-sources.ts';
import { fileText, finish, outputOf } from '../output.ts';

/** `studypack lint`: warns of flaws in how items and papers are written. */
export async function lintCommand(packs: readonly string[], flags: Record<string, unknown>): Promise<number> {
  const report = createReport(fileText);
  const output = outputOf(flags);
  const names = packs.map((pack) => pack.replace(/\/+$/, ''));
  let items = 0;
  for (const source of readPackSources(names, 'content', report)) {
    const packReport = reportOfPack(source, report);
    const pack = readPack(source.id, source.folder, source.content, ENTRY_KINDS, packReport);
    const assessment = pack && readAssessment(pack, packReport);
    items += assessment?.items.length ?? 0;
    if (assessment && !packReport.failed()) lintPack({ pack, assessment }, packReport);
    report.merge(packReport);
  }
  const clean = report.diagnostics.length === 0;
  if (clean && !output.quiet && !output.json) process.stdout.write(`${items} items: no flaws found.\n`);
  return finish(report, output);
}
