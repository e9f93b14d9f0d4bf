import { join } from 'node:path';
import yoctoSpinner from 'yocto-spinner';
import { build } from '../../build/build.ts';
import { createReport } from '../../diagnostics/report.ts';
import type { Finding } from '../../pdf/preflight/check.ts';
import type { JudgedFile } from '../../pdf/preflight/print-findings.ts';
import { writeFiles } from '../files/write-files.ts';
import { fileText, finish, outputOf } from '../output.ts';
import { cannotStart, openSession } from '../session.ts';
import { showFindings } from './show-findings.ts';

/** `studypack build`: prints packs and says which files came of it. */
export async function buildCommand(
  packs: readonly string[],
  flags: Record<string, unknown>,
): Promise<number> {
  const report = createReport(fileText);
  const output = outputOf(flags);
  const session = openSession(packs, flags, report);
  if (!session || cannotStart(session, report)) return finish(report, output);

  const spinner =
    process.stderr.isTTY && !output.quiet && !output.json
      ? yoctoSpinner({ text: 'Laying out' }).start()
      : undefined;
  const onProgress = (done: number, of: number, name: string) => {
    if (spinner) spinner.text = `${done} of ${of}: ${name}`;
  };
  const out = String(flags['out']);
  const judged: JudgedFile[] = [];
  const onPreflight = (path: string, pages: number, findings: readonly Finding[]) =>
    judged.push({ path: join(out, path), pages, findings });
  const outcomes: PackOutcome[] = [];
  const onPack = (pack: string, printed: boolean) => void outcomes.push({ pack, printed });
  const asked = flags['preflight'] === true && { onPreflight };
  const files = await build(
    session.packs,
    session.templates,
    { ...session.options, onProgress, onPack, ...asked },
    report,
  );
  spinner?.stop();
  const written = writeFiles(out, files, report);
  const pdfs = files.flatMap(({ pages, bytes }, index) => {
    const path = written[index];
    return pages === undefined || path === undefined ? [] : [{ path, pages, bytes: bytes.length }];
  });
  const preflight = asked && judged.length > 0;
  const code = finish(report, output, pdfs, {
    packs: outcomes,
    ...(preflight && { preflight: judged }),
  });
  if (preflight && !output.json) showFindings(judged, output);
  if (written.length > 0 && !output.json) reportLeftOut(outcomes);
  return code;
}

/** What came of a pack. */
interface PackOutcome {
  readonly pack: string;
  readonly printed: boolean;
}

/** Says which packs were printed and which were not, if it is not the same for all. */
function reportLeftOut(outcomes: readonly PackOutcome[]): void {
  const names = (wanted: boolean) =>
    outcomes.flatMap(({ pack, printed }) => (printed === wanted ? [pack] : [])).join(', ');
  if (names(true) && names(false))
    process.stderr.write(
      `Printed: ${names(true)}. Not printed, because of the errors above: ${names(false)}.\n`,
    );
}
