import type { Report } from '../../diagnostics/report.ts';
import type { ImportSource } from './import-source.ts';
import type { Imported } from './imported.ts';

/**
 * Reads a source. What it can't carry over is a loss of what it gives; only what makes the whole file useless is reported.
 * @returns undefined after an error
 */
export type ReadSource = (
  source: ImportSource,
  report: Report,
) => Promise<Imported | undefined> | Imported | undefined;

/** A format that can be imported. */
export interface FormatIn {
  /** As `--format` takes it: `gift`. */
  readonly name: string;
  /** As a sentence calls it: “questions in GIFT”. */
  readonly title: string;
  /** The endings that its files usually have, in lower case, with the full stop. */
  readonly extensions: readonly string[];
  /**
   * Whether a source is of this format, as far as a quick look tells. The first format that says yes reads it, whatever
   * the name of the file; the ending is there to be asked too, as `.txt` may be anything.
   * @param extension of the file, in lower case, with the full stop; empty if it has none
   */
  recognises(source: ImportSource, extension: string): boolean;
  /** Loads what reads it, with its libraries. */
  load(): Promise<ReadSource>;
}
