import { readAssessment } from '../assessment/assessment.ts';
import { readPack } from '../content/read-pack.ts';
import { createReport } from '../diagnostics/report.ts';
import { readPackSources } from '../files/read-sources.ts';
import { lintPack } from '../lint/lint-pack.ts';
import { closeSession, textOf, voiceOf } from './voice.ts';

/** `studypack lint`: warns of flaws in how items and papers are written. */
export async function lintCommand(packs: readonly string[], flags: Record<string, unknown>): Promise<number> {
  const report = createReport(textOf);
  const voice = voiceOf(flags);
  const wanted = packs.map((pack) => pack.replace(/\/+$/, ''));
  let items = 0;
  for (const { id, folder, content } of readPackSources(wanted, 'content', report)) {
    const pack = readPack(id, folder, content, report);
    if (!pack) continue;
    const assessment = readAssessment(pack, report);
    items += assessment.items.length;
    if (!report.failed()) lintPack({ pack, assessment }, report);
  }
  const clean = report.diagnostics.length === 0;
  if (clean && !voice.quiet && !voice.json) process.stdout.write(`${items} items: no flaws found.\n`);
  return closeSession(report, voice);
}
