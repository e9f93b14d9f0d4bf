import { basename } from 'node:path';
import { TABLES } from '../../build/tables/tables.ts';
import { createReport, type Report } from '../../diagnostics/report.ts';
import { FORMATS_IN } from '../../exchange/formats-in.ts';
import { readImport } from '../../exchange/in/opening/read-import.ts';
import type { PlacedEntry } from '../../exchange/in/pack-writing/import-plan.ts';
import { planImport } from '../../exchange/in/pack-writing/plan-import.ts';
import { sourceStem } from '../../exchange/in/source-stem.ts';
import type { Loss } from '../../exchange/losses/loss.ts';
import { checkImported } from './check-imported.ts';
import { openPackForImport } from './open-pack-for-import.ts';
import { reportLosses } from './report-losses.ts';
import { reportNothing } from './report-nothing.ts';
import { writeImport } from './write-import.ts';

/** What an import of one file does, or would do. */
interface FileImport {
  /** What its format is called. */
  readonly format: string;
  readonly isNew: boolean;
  readonly added: readonly PlacedEntry[];
  readonly updated: readonly PlacedEntry[];
  readonly losses: readonly Loss[];
  readonly isWritten: boolean;
}

/**
 * Imports one file into a pack, or finds out what that would do.
 * @param file `title`: the title of a new pack, in place of what the file says
 * @param folder that of the pack, which is made if it is new
 * @returns undefined, after an error, if nothing can be read from it
 */
export async function importFile(
  { name, bytes, title }: { readonly name: string; readonly bytes: Uint8Array; readonly title?: string },
  folder: string,
  write: boolean,
  report: Report,
): Promise<FileImport | undefined> {
  const read = await readImport(name, bytes, FORMATS_IN, undefined, report);
  const about = { ...read?.imported.about, ...(title !== undefined && { title }) };
  const sources = read ? [{ path: name, imported: { ...read.imported, about } }] : [];
  const opened = read && (await openPackForImport(folder, sources, undefined, report));
  if (!read || !opened || report.failed()) return undefined;
  const options = {
    source: basename(name),
    stem: sourceStem(name),
    replace: false,
    kinds: TABLES.entryKinds,
    words: opened.words,
  };
  const plan = planImport(read.imported, opened.before, options, report);
  const after = {
    ...opened.before,
    files: [...new Map([...opened.before.files, ...plan.files].map((file) => [file.name, file])).values()],
    pictures: new Map([...opened.before.pictures, ...plan.pictures]),
    record: plan.record,
  };
  const packFile = opened.before.files.find((file) => file.name === 'pack.md')?.text ?? '';
  // They are given back, and not reported.
  const losses = reportLosses(name, read.imported, opened.isNew ? undefined : packFile, createReport());
  reportNothing(name, read.imported, report);
  if (!report.failed()) checkImported(opened, after, report);
  const isWritten = write && !report.failed() && writeImport(opened, after, report).length > 0;
  const { added, updated } = plan;
  return { format: read.format.title, isNew: opened.isNew, added, updated, losses, isWritten };
}
