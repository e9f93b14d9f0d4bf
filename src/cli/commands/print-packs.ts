import type { BuiltFile } from '../../build/build.ts';
import type { BuildOptions, PackSource } from '../../build/jobs/build-options.ts';
import { reportOfPack } from '../../build/jobs/report-of-pack.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { JudgedFile } from '../../pdf/preflight/print-findings.ts';
import { hashInputs } from '../files/hash-inputs.ts';
import { type MadeFile, type MadePack, openManifest, sha256 } from '../files/manifest.ts';
import { type FileWriter, openWriter } from '../files/write-files.ts';
import type { Inputs } from '../inputs.ts';

/** What came of a pack. */
export interface PackOutcome {
  readonly pack: string;
  /** Its files; undefined if something is wrong, and none was written. */
  readonly files: readonly MadeFile[] | undefined;
  /** What preflight found in its files, by their paths below the output folder, whether or not they were written. */
  readonly judged: readonly JudgedFile[];
  /** Whether an earlier build made it of the same, so that nothing was done. */
  readonly unchanged: boolean;
}

/** How packs are printed into a folder. */
export interface Printing {
  readonly out: string;
  /** Whether finished files are read back and checked. */
  readonly preflight: boolean;
  /** Whether packs are made although an earlier build made them of the same. */
  readonly force: boolean;
  /** What else a build takes, if one is necessary. It loads fonts, so it is asked for late. */
  buildOptions(): Promise<Pick<BuildOptions, 'fonts' | 'memory' | 'onProgress'>>;
}

/**
 * Prints packs into a folder: all files of a pack, or none. A pack that an earlier build made of the same, and whose files
 * are all as that build left them, is not even read; what was said of it is said again.
 */
export async function printPacks(
  { packs, templates, options }: Inputs,
  printing: Printing,
  report: Report,
): Promise<PackOutcome[]> {
  const { out, preflight, force } = printing;
  const writer = openWriter(out, report);
  const manifest = openManifest(out);
  const outcomes: PackOutcome[] = [];
  for (const source of packs) {
    const packReport = reportOfPack(source, report);
    const inputs = hashInputs(source, templates, options);
    const mayRepeat = !force && !packReport.failed();
    const known = mayRepeat ? manifest.find(source.id, inputs, preflight) : undefined;
    const printed = known
      ? repeatPack(known, packReport)
      : await printPack(source, { templates, options }, printing, writer, packReport);
    report.merge(packReport);
    const { files, judged } = printed;
    const made = files && {
      inputs,
      files,
      findings: packReport.diagnostics,
      ...(preflight && { judged }),
    };
    if (made && !known) manifest.remember(source.id, made);
    outcomes.push({ pack: source.id, files, judged, unchanged: known !== undefined });
  }
  return outcomes;
}

/** What came of a pack: its files, if they were written, and what preflight found in them. */
type PrintedPack = Pick<PackOutcome, 'files' | 'judged'>;

/** Says again what an earlier build said of a pack. */
function repeatPack({ files, findings, judged = [] }: MadePack, report: Report): PrintedPack {
  report.merge({ ...report, diagnostics: findings });
  return { files, judged };
}

/** Makes the files of one pack and writes them. */
async function printPack(
  source: PackSource,
  { templates, options }: Omit<Inputs, 'packs'>,
  { preflight, buildOptions }: Printing,
  writer: FileWriter,
  report: Report,
): Promise<PrintedPack> {
  // Loaded only now, since most of a build's time would be the loading where nothing has changed.
  const { buildPack } = await import('../../build/build.ts');
  const judged: JudgedFile[] = [];
  const onPreflight: BuildOptions['onPreflight'] = (path, pages, findings) =>
    void judged.push({ path, pages, findings });
  const more = { ...(await buildOptions()), ...(preflight && { onPreflight }) };
  const files: MadeFile[] = [];
  for await (const file of buildPack(source, templates, { ...options, ...more }, report)) {
    writer.add(file);
    files.push(madeFile(file));
  }
  if (report.failed()) {
    writer.drop();
    return { files: undefined, judged };
  }
  const isWritten = writer.keep().length === files.length;
  return { files: isWritten ? files : undefined, judged };
}

const madeFile = ({ path, bytes, pages }: BuiltFile): MadeFile => ({
  path,
  sha256: sha256(bytes),
  bytes: bytes.length,
  ...(pages !== undefined && { pages }),
});
