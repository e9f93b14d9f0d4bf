import { layOutAll } from '../../build/build.ts';
import { createReport } from '../../diagnostics/report.ts';
import { fileText, finish, outputOf } from '../output.ts';
import { cannotStart, openSession } from '../session.ts';

/** `studypack check`: everything that `build` does, but for painting and writing. */
export async function checkCommand(
  packs: readonly string[],
  flags: Record<string, unknown>,
): Promise<number> {
  const report = createReport(fileText);
  const output = outputOf(flags);
  const session = openSession(packs, flags, report);
  if (session && !cannotStart(session, report)) {
    const documents = layOutAll(session.packs, session.templates, session.options, report);
    const packCount = `${session.packs.length} ${session.packs.length === 1 ? 'pack' : 'packs'}`;
    if (!report.failed() && !output.quiet && !output.json)
      process.stdout.write(`${packCount}, ${documents.length} documents: nothing is wrong.\n`);
  }
  return finish(report, output);
}
