import { createHash } from 'node:crypto';
import { readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { createReport } from '../../../diagnostics/report.ts';
import type { JudgedFile } from '../../../pdf/preflight/print-findings.ts';
import type { LeftOut } from '../../../templates/lacking-for.ts';
import { createWriter } from './write-files.ts';

/** A file that a build wrote. */
export interface MadeFile {
  /** Below the output folder, with `/`. */
  readonly path: string;
  /** The name of what it prints, whatever options add to its path. */
  readonly of: string;
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
  /** If the whole pack was built: the names of everything that it can print. */
  readonly names?: readonly string[];
  /** The products that were left out, since the pack has too little for them. */
  readonly leftOut?: readonly LeftOut[];
  /** What preflight found in its files, by their paths below the output folder; absent if there was no preflight. */
  readonly judged?: readonly JudgedFile[];
}

/** A file that a build of a pack wrote and that is still there. */
type KeptFile = Pick<MadeFile, 'path' | 'of' | 'sha256'>;

/** What is remembered of a pack. */
interface PackRecord {
  readonly pack: string;
  /** Its folder, from the output folder. */
  readonly folder: string;
  /** The latest builds, with different options or texts, the last one first. */
  readonly builds: readonly MadePack[];
  /** Every file of the pack that builds wrote and that is still there, also by builds that are forgotten. */
  readonly files: readonly KeptFile[];
}

/** What earlier builds wrote into an output folder. */
interface Manifest {
  /**
   * Finds what an earlier build made of the same inputs. Its files are read: if one of them is gone or was changed, nothing
   * is found.
   * @param judged whether preflight must have been run
   */
  find(pack: string, inputs: string, judged: boolean): MadePack | undefined;
  /** Remembers a build, on the disk too. Call it when its files have been written. */
  remember(pack: { readonly id: string; readonly folder: string }, made: MadePack): void;
  /**
   * Lists the files of a pack that builds wrote, that nobody has changed since, and that show things which are gone.
   * @param names the names of everything that the pack can print now
   */
  outdated(pack: string, names: readonly string[]): string[];
  /** Lists packs whose folders are gone. */
  lostPacks(): string[];
  /** Removes files of a pack, and forgets them. @returns those that were removed */
  remove(pack: string, paths: readonly string[]): string[];
}

/** A hidden file, so that nobody prints it and no listing shows it. */
const NAME = '.studypack.json';

/** The version of the file's form. Another version is read as if there were no file. */
const FORMAT = 2;

/** How many builds of a pack are remembered: of the whole, and of a few products or papers. */
const MOST_BUILDS = 4;

/** The manifest of an output folder. Whatever is wrong with its file, it is only that everything is made anew. */
export function openManifest(folder: string): Manifest {
  const path = join(folder, NAME);
  const recordOf = (pack: string) => readRecords(path).find((one) => one.pack === pack)?.files ?? [];
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
    remember({ id, folder: source }, made) {
      // Read again, since another build may have written it in the meantime.
      const records = readRecords(path);
      const record = withBuild(
        {
          pack: id,
          builds: [],
          files: [],
          ...records.find((one) => one.pack === id),
          folder: relative(folder, source),
        },
        made,
      );
      const files = record.files.filter((file) => statSync(join(folder, file.path), NO_ERROR)?.isFile());
      const others = records.filter((one) => one.pack !== id);
      writeRecords(folder, [...others, { ...record, files }]);
    },
    outdated: (pack, names) =>
      recordOf(pack)
        .filter((file) => !names.includes(file.of) && isBelow(pack, file.path) && hasHash(folder, file))
        .map((file) => file.path),
    lostPacks: () =>
      readRecords(path)
        .filter((one) => !statSync(join(folder, one.folder), NO_ERROR)?.isDirectory())
        .map((one) => one.pack),
    remove(pack, paths) {
      const removed = paths.filter((one) => removeFile(folder, one));
      const records = readRecords(path).map((one) =>
        one.pack === pack ? { ...one, files: one.files.filter((file) => !removed.includes(file.path)) } : one,
      );
      writeRecords(
        folder,
        records.filter((one) => one.files.length > 0),
      );
      return removed;
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
    ...record,
    builds: [made, ...record.builds.filter(({ inputs }) => inputs !== made.inputs)].slice(0, MOST_BUILDS),
    files: [
      ...record.files.filter(({ path }) => !written.has(path)),
      ...made.files.map(({ path, of, sha256: hash }) => ({ path, of, sha256: hash })),
    ],
  };
}

/** Whether a path is in the folder that a pack is printed into, as all that builds write are. */
const isBelow = (pack: string, path: string) =>
  path.startsWith(`${pack}/`) && !path.split('/').includes('..');

function hasHash(folder: string, { path, sha256: hash }: KeptFile): boolean {
  try {
    return sha256(readFileSync(join(folder, path))) === hash;
  } catch {
    return false;
  }
}

/** Removes a file and, if nothing else is in them, the folders that it was in. @returns whether it is gone */
function removeFile(folder: string, path: string): boolean {
  try {
    rmSync(join(folder, path));
  } catch {
    return false;
  }
  try {
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent))
      rmdirSync(join(folder, parent));
  } catch {
    // It is not empty, or somebody else is using it.
  }
  return true;
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
