import { createHash } from 'node:crypto';
import * as z from 'zod';

const recordSchema = z.strictObject({
  format: z.literal('studypack-imports'),
  version: z.literal(1),
  /** By the name of the source. */
  sources: z.record(
    z.string(),
    z.strictObject({
      /** By kind and id: what the source called it, if it did, and a hash of the entry as it was written. */
      entries: z.record(z.string(), z.strictObject({ from: z.string().optional(), hash: z.string() })),
      /** Hashes of pictures by their paths. */
      pictures: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** What was imported into a pack, so that a second import knows what a teacher has changed since. */
export type ImportRecord = z.output<typeof recordSchema>;
/** What was imported from one source. */
export type SourceRecord = ImportRecord['sources'][string];

/** The record of a pack into which nothing was imported. */
export const EMPTY_RECORD: ImportRecord = { format: 'studypack-imports', version: 1, sources: {} };

/** Reads the record of a pack. @returns undefined if it is damaged */
export function readImportRecord(text: string): ImportRecord | undefined {
  try {
    return recordSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Gives the text of a record: the same record, the same bytes. */
export const writeImportRecord = (record: ImportRecord): string => `${JSON.stringify(record, null, 2)}\n`;

/** A hash of an entry as it is written, without blank lines at its end, or of the bytes of a picture. */
export const hashOfImported = (written: string | Uint8Array): string =>
  createHash('sha256')
    .update(typeof written === 'string' ? written.trimEnd() : written)
    .digest('hex')
    .slice(0, 24);
