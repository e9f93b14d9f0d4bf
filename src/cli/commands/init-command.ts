import { createReport } from '../../diagnostics/report.ts';
import { copyStarter } from '../files/copy-starter.ts';
import { fileText, finish, outputOf } from '../output.ts';

/** `studypack init`: a small pack to start from, in a folder of its own. */
export async function initCommand(folder: string, flags: Record<string, unknown>): Promise<number> {
  const report = createReport(fileText);
  const output = outputOf(flags);
  if (copyStarter(folder, report) && !output.quiet && !output.json)
    process.stdout.write(`${folder} is ready. Next: cd ${folder} && studypack build\n`);
  return finish(report, output);
}
