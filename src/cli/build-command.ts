import { join } from 'node:path';
import yoctoSpinner from 'yocto-spinner';
import { build } from '../build.ts';
import { createReport } from '../diagnostics/report.ts';
import { writeFiles } from '../files/write-files.ts';
import type { Finding } from '../preflight/check.ts';
import type { JudgedFile } from '../preflight/print-findings.ts';
import { openSession } from './session.ts';
import { tellFindings } from './tell-findings.ts';
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
  const out = String(flags['out']);
  const judged: JudgedFile[] = [];
  const onPreflight = (path: string, pages: number, findings: readonly Finding[]) =>
    judged.push({ path: join(out, path), pages, findings });
  const asked = flags['preflight'] === true && { onPreflight };
  const files = await build(
    session.packs,
    session.shelf,
    { ...session.options, onProgress, ...asked },
    report,
  );
  spinner?.stop();
  const written = writeFiles(out, files, report);
  const pdfs = files.flatMap(({ pages, bytes }, index) => {
    const path = written[index];
    return pages === undefined || path === undefined ? [] : [{ path, pages, bytes: bytes.length }];
  });
  if (!asked || judged.length === 0) return closeSession(report, voice, pdfs);
  const code = closeSession(report, voice, pdfs, { preflight: judged });
  if (!voice.json) tellFindings(judged, voice);
  return code;
}
