import { layOutAll } from '../build.ts';
import { createReport } from '../diagnostics/report.ts';
import { closeSession, openSession, textOf } from './session.ts';

/** `studypack check`: everything that `build` does, but for painting and writing. */
export async function checkCommand(
  packs: readonly string[],
  flags: Record<string, unknown>,
): Promise<number> {
  const report = createReport(textOf);
  const session = openSession(packs, flags, report);
  if (session && !report.failed()) {
    const documents = layOutAll(session.packs, session.shelf, session.options, report);
    if (!report.failed())
      process.stdout.write(
        `${session.packs.length} packs, ${documents.length} documents: nothing is wrong.\n`,
      );
  }
  return closeSession(report);
}
