import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { createReport } from '../../diagnostics/report.ts';
import type { JudgedFile } from '../../pdf/preflight/print-findings.ts';
import { createWriter } from './write-files.ts';

/** A file that a build wrote. */
export interface MadeFile {
  /** Below the output folder, with `/`. */
  readonly path: string;
  /** The hash of its bytes, which also tells whether somebody has changed it since. */
  readonly sha256: string;
  readonly bytes: number;
  /** Number of pages, for a PDF. */
  readonly pages?: number;
}

/** What one build made of a pack in which nothing was wrong: its files, and everything that it said. */
export interface MadePack {
  /** The hash of everything that it was made from. */
  readonly inputs: string;
  readonly files: readonly MadeFile[];
  /** Its warnings. */
  readonly findings: readonly Diagnostic[];
  /** What preflight found in its files, by their paths below the output folder; absent if there was no preflight. */
  readonly judged?: readonly JudgedFile[];
}

/** What is remembered of a pack. */
interface PackRecord {
  readonly pack: string;
  /** The latest builds, with different options or texts, the last one first. */
  readonly builds: readonly MadePack[];
  /** Every file of the pack that builds wrote and that is still there, also by builds that are forgotten. */
  readonly files: readonly Pick<MadeFile, 'path' | 'sha256'>[];
}

/** What earlier builds wrote into an output folder. */
export interface Manifest {
  /**
   * Finds what an earlier build made of the same inputs. Its files are read: if one of them is gone or was changed, nothing
   * is found.
   * @param judged whether preflight must have been run
   */
  find(pack: string, inputs: string, judged: boolean): MadePack | undefined;
  /** Remembers a build, on the disk too. Call it when its files have been written. */
  remember(pack: string, made: MadePack): void;
}

/** A hidden file, so that nobody prints it and no listing shows it. */
const NAME = '.studypack.json';

/** The version of the file's form. Another version is read as if there were no file. */
const FORMAT = 1;

/** How many builds of a pack are remembered: of the whole, and of a few products or papers. */
const MOST_BUILDS = 4;

/** The manifest of an output folder. Whatever is wrong with its file, it is only that everything is made anew. */
export function openManifest(folder: string): Manifest {
  const path = join(folder, NAME);
  return {
    find: (pack, inputs, judged) =>
      readRecords(path)
        .find((record) => record.pack === pack)
        ?.builds.find(
          (made) =>
            made.inputs === inputs &&
            (!judged || made.judged !== undefined) &&
            made.files.every((file) => isAsWritten(folder, file)),
        ),
    remember(pack, made) {
      // Read again, since another build may have written it in the meantime.
      const records = readRecords(path);
      const record = withBuild(
        records.find((one) => one.pack === pack) ?? { pack, builds: [], files: [] },
        made,
      );
      const files = record.files.filter((file) => statSync(join(folder, file.path), NO_ERROR)?.isFile());
      const others = records.filter((one) => one.pack !== pack);
      writeRecords(folder, [...others, { ...record, files }]);
    },
  };
}

const NO_ERROR = { throwIfNoEntry: false } as const;

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The hash of a file on the disk. */
export const fileHash = (path: string): string => sha256(readFileSync(path));

function withBuild(record: PackRecord, made: MadePack): PackRecord {
  const written = new Set(made.files.map(({ path }) => path));
  return {
    pack: record.pack,
    builds: [made, ...record.builds.filter(({ inputs }) => inputs !== made.inputs)].slice(0, MOST_BUILDS),
    files: [
      ...record.files.filter(({ path }) => !written.has(path)),
      ...made.files.map((file) => ({ path: file.path, sha256: file.sha256 })),
    ],
  };
}

/** Whether a file is still as a build wrote it. Times are not asked: clocks are set back, and copies keep old times. */
function isAsWritten(folder: string, file: MadeFile): boolean {
  const path = join(folder, file.path);
  try {
    return statSync(path).size === file.bytes && fileHash(path) === file.sha256;
  } catch {
    return false;
  }
}

/** Reads the records of a manifest; none if it is missing, from another version, or not as it was written. */
function readRecords(path: string): readonly PackRecord[] {
  try {
    const { format, sum, packs } = JSON.parse(readFileSync(path, 'utf8'));
    return format === FORMAT && sum === sumOf(packs) ? packs : [];
  } catch {
    return [];
  }
}

/** A sum of all that a manifest says, so that a damaged one claims nothing. */
const sumOf = (packs: readonly PackRecord[]) => sha256(JSON.stringify(packs));

/** Replaces a manifest as a whole. One that cannot be written costs the next build some time, and nothing else. */
function writeRecords(folder: string, packs: readonly PackRecord[]): void {
  const text = `${JSON.stringify({ format: FORMAT, sum: sumOf(packs), packs }, null, 1)}\n`;
  const writer = createWriter(folder, createReport());
  writer.add({ path: NAME, bytes: new TextEncoder().encode(text) });
  writer.keep();
}
