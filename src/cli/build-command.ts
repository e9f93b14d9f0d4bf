import yoctoSpinner from 'yocto-spinner';
import { build } from '../build.ts';
import { createReport } from '../diagnostics/report.ts';
import { writeFiles } from '../files/write-files.ts';
import { openSession } from './session.ts';
import { closeSession, textOf, voiceOf } from './voice.ts';

/** `studypack build`: prints packs and says which files came of it. */
export async function buildCommand(
  packs: readonly string[],
  flags: Record<string, unknown>,
): Promise<number> {
  const report = createReport(textOf);
  const voice = voiceOf(flags);
  const session = openSession(packs, flags, report);
  if (!session || report.failed()) return closeSession(report, voice);

  const spinner =
    process.stderr.isTTY && !voice.quiet && !voice.json
      ? yoctoSpinner({ text: 'Laying out' }).start()
      : undefined;
  const onProgress = (done: number, of: number, name: string) => {
    if (spinner) spinner.text = `${done} of ${of}: ${name}`;
  };
  const files = await build(session.packs, session.shelf, { ...session.options, onProgress }, report);
  spinner?.stop();
  const written = writeFiles(String(flags['out']), files, report);
  const pdfs = files.flatMap(({ pages, bytes }, index) => {
    const path = written[index];
    return pages === undefined || path === undefined ? [] : [{ path, pages, bytes: bytes.length }];
  });
  return closeSession(report, voice, pdfs);
}
