import type { Report } from '../../diagnostics/report.ts';
import type { PackBefore } from '../../exchange/in/pack-writing/import-plan.ts';
import { writeImportRecord } from '../../exchange/in/pack-writing/import-record.ts';
import { IMPORTS_FILE } from '../files/reading/place-of-text.ts';
import { writeFiles } from '../files/writing/write-files.ts';
import type { PackToImport } from './open-pack-for-import.ts';

/** Writes what an import has changed in a pack, all or nothing. @returns the paths of the files */
export function writeImport(pack: PackToImport, after: PackBefore, report: Report): string[] {
  const { before } = pack;
  const textOf = new Map(pack.isNew ? [] : before.files.map(({ name, text }) => [name, text]));
  const encode = (text: string) => new TextEncoder().encode(text);
  const texts = after.files
    .filter(({ name, text }) => textOf.get(name) !== text)
    .map(({ name, text }) => ({ path: name, bytes: encode(text) }));
  const pictures = [...after.pictures]
    .filter(([path, bytes]) => before.pictures.get(path) !== bytes)
    .map(([path, bytes]) => ({ path, bytes }));
  const record = { path: IMPORTS_FILE, bytes: encode(writeImportRecord(after.record)) };
  return writeFiles(pack.folder, [...texts, ...pictures, record], report);
}
