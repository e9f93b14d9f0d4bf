import { build } from '../build.ts';
import { createReport } from '../diagnostics/report.ts';
import { writeFiles } from '../files/write-files.ts';
import { closeSession, openSession, textOf } from './session.ts';

/** `studypack build`: prints packs and says which files came of it. */
export async function buildCommand(
  packs: readonly string[],
  flags: Record<string, unknown>,
): Promise<number> {
  const report = createReport(textOf);
  const session = openSession(packs, flags, report);
  const files =
    session && !report.failed() ? await build(session.packs, session.shelf, session.options, report) : [];
  const written = writeFiles(String(flags['out']), files, report);
  for (const path of written.filter((name) => name.endsWith('.pdf'))) process.stdout.write(`${path}\n`);
  return closeSession(report);
}
