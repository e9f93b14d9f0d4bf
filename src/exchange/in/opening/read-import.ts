import type { Report } from '../../../diagnostics/report.ts';
import type { FormatIn } from '../format-in.ts';
import type { Imported } from '../imported.ts';
import { findFormat } from './find-format.ts';
import { openSource } from './open-source.ts';

/** What was found in a file, and the format that it was read as. */
interface ReadImport {
  readonly format: FormatIn;
  readonly imported: Imported;
}

/**
 * Reads a file to import.
 * @param format the format to read it as; undefined to find out
 * @returns undefined, after an error, if it can't be read
 */
export async function readImport(
  path: string,
  bytes: Uint8Array,
  formats: readonly FormatIn[],
  format: FormatIn | undefined,
  report: Report,
): Promise<ReadImport | undefined> {
  const source = openSource(path, bytes, report);
  const found = source && (format ?? findFormat(source, formats, report));
  if (!source || !found) return undefined;
  const read = await found.load();
  const imported = await read(source, report);
  return imported && { format: found, imported };
}
