import { createReport } from '../../diagnostics/report.ts';
import { copyStarter } from '../files/copy-starter.ts';
import { closeSession, textOf, voiceOf } from '../output.ts';

/** `studypack init`: a small pack to start from, in a folder of its own. */
export async function initCommand(folder: string, flags: Record<string, unknown>): Promise<number> {
  const report = createReport(textOf);
  const voice = voiceOf(flags);
  if (copyStarter(folder, report) && !voice.quiet && !voice.json)
    process.stdout.write(`${folder} is ready. Next: cd ${folder} && studypack build\n`);
  return closeSession(report, voice);
}
