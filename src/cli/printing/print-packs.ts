import type { BuiltFile } from '../../build/build.ts';
import type { BuildOptions, PackSource } from '../../build/jobs/build-options.ts';
import { reportOfPack } from '../../build/jobs/report-of-pack.ts';
import { append } from '../../diagnostics/collections/append.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { JudgedFile } from '../../pdf/preflight/print-findings.ts';
import type { LeftOut } from '../../templates/lacking-for.ts';
import { hashInputs } from '../files/reading/hash-inputs.ts';
import { type MadeFile, type MadePack, openManifest, sha256 } from '../files/writing/manifest.ts';
import { type FileWriter, openWriter } from '../files/writing/write-files.ts';
import type { Inputs } from '../inputs.ts';
import { reportOutdated } from './report-outdated.ts';

/** What came of a pack. */
export interface PackOutcome {
  readonly pack: string;
  /** Its files; undefined if something is wrong, and none was written. */
  readonly files: readonly MadeFile[] | undefined;
  /** What preflight found in its files, by their paths below the output folder, whether or not they were written. */
  readonly judged: readonly JudgedFile[];
  /** The products that were left out, since the pack has too little for them. */
  readonly leftOut: readonly LeftOut[];
  /** Whether an earlier build made it of the same, so that nothing was done. */
  readonly unchanged: boolean;
}

/** How packs are printed into a folder. */
interface Printing {
  readonly out: string;
  /** Whether finished files are read back and checked. */
  readonly preflight: boolean;
  /** Whether packs are made although an earlier build made them of the same. */
  readonly force: boolean;
  /** Whether files of earlier builds are removed if what they show is gone; there is a warning otherwise. */
  readonly clean: boolean;
  /** Whether all packs are printed, so that others are gone. */
  readonly all: boolean;
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
): Promise<{ outcomes: PackOutcome[]; removed: string[] }> {
  const { out, preflight, force, clean } = printing;
  const writer = openWriter(out, report);
  const manifest = openManifest(out);
  const outcomes: PackOutcome[] = [];
  const removed: string[] = [];
  /** Deals with the files of a pack that are of things which are gone. */
  const tidy = (pack: string, names: readonly string[], isLost = false): void => {
    const paths = manifest.outdated(pack, names);
    if (clean) append(removed, manifest.remove(pack, paths));
    else reportOutdated(out, { pack, isLost, paths }, report);
  };
  for (const source of packs) {
    const packReport = reportOfPack(source, report);
    const inputs = hashInputs(source, templates, options);
    const mayRepeat = !force && !packReport.failed();
    const known = mayRepeat ? manifest.find(source.id, inputs, preflight) : undefined;
    const printed = known
      ? repeatPack(known, packReport)
      : await printPack(source, { templates, options }, printing, writer, packReport);
    report.merge(packReport);
    const { files, judged, names, leftOut = [] } = printed;
    const made = files && {
      inputs,
      files,
      findings: packReport.diagnostics,
      ...(names && { names }),
      ...(leftOut.length > 0 && { leftOut }),
      ...(preflight && { judged }),
    };
    if (made && !known) manifest.remember(source, made);
    if (made && names) tidy(source.id, names);
    outcomes.push({ pack: source.id, files, judged, leftOut, unchanged: known !== undefined });
  }
  const isWhole = printing.all && options.products.length === 0;
  for (const pack of isWhole ? manifest.lostPacks() : []) tidy(pack, [], true);
  return { outcomes, removed };
}

/** What came of a pack: its files, if they were written, and what preflight found in them. */
type PrintedPack = Pick<PackOutcome, 'files' | 'judged'> & Pick<MadePack, 'names' | 'leftOut'>;

/** Says again what an earlier build said of a pack. */
function repeatPack(
  { files, findings, judged = [], names, leftOut = [] }: MadePack,
  report: Report,
): PrintedPack {
  report.merge({ ...report, diagnostics: findings });
  return { files, judged, leftOut, ...(names && { names }) };
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
  let names: readonly string[] | undefined;
  const onPlanned: BuildOptions['onPlanned'] = (all) => {
    names = all;
  };
  const leftOut: LeftOut[] = [];
  const onLeftOut: BuildOptions['onLeftOut'] = (product) => void leftOut.push(product);
  const more = { ...(await buildOptions()), onPlanned, onLeftOut, ...(preflight && { onPreflight }) };
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
  return { files: isWritten ? files : undefined, judged, leftOut, ...(names && { names }) };
}

const madeFile = ({ path, of, bytes, pages }: BuiltFile): MadeFile => ({
  path,
  of,
  sha256: sha256(bytes),
  bytes: bytes.length,
  ...(pages !== undefined && { pages }),
});
